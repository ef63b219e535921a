package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that knows a version of its profile compares it with each one that it is given. */
class KnownVersionsTest {

  private final Household home = new Household(Dialect.MESH);
  private final InterposedPortal way = new InterposedPortal(home.portal);
  private final MeshSession session = new MeshSession(home.desktop, way);
  private final VerifiedPersonalProfile first = home.alice.personalProfile();
  private final OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
  private VerifiedPersonalProfile second;

  @BeforeEach
  void change() {
    home.alice.escrow(entry);
    home.alice.add(new PasswordProfile(true));
    second = home.alice.refresh();
    home.tick();
  }

  private void given(Entry entry) {
    way.next(Transaction.GET, (request, to) -> OldAnswer.withProfile(to.exchange(request), entry));
  }

  private static void fails(ErrorCode code, Runnable call) {
    MeshException e = assertThrows(MeshException.class, call::run);
    assertEquals(code, e.errorCode(), e.getMessage());
  }

  @Test
  void anotherSuccessorOfTheVersionBeforeIsAForkThoughItIsLater() {
    PrivateJwk key = SessionKeys.administrator(home.alice).key();
    Instant later = second.profile().updated().plusSeconds(1);
    var master = first.profile().signedMasterProfile();
    given(
        ProfileSigner.successor(
            first.profile().withMaster(master, later),
            first.signed(),
            List.of(key),
            home.world.stream("desktop", "test")));
    PersonalSession alice = session.personalSession(ALICE);
    fails(SessionException.Code.FORKED, alice::refresh);
    assertEquals(second.signed(), alice.personalProfile().signed());
  }

  @Test
  void anEarlierVersionIsRefusedForTheAccountThatTheMachineHasOnly() {
    SessionContext context = home.alice.context();
    AccountName account = AccountName.parse(ALICE);
    fails(SessionException.Code.ROLLBACK, () -> context.requireNotOlder(account, first));
    context.requireNotOlder(account, second);
    context.requireNotOlder(AccountName.parse("alice@other.example"), first);
  }

  @Test
  void aRecoveryOnAMachineOfTheProfileStartsFromNoEarlierVersion() {
    // The escrow entry is fetched first.
    way.pass(Transaction.GET);
    given(first.signed());
    fails(SessionException.Code.ROLLBACK, () -> session.recover(secret(entry), ALICE));
    assertEquals(second.signed(), home.alice.personalProfile().signed());
  }

  @Test
  void anAdministratorThatRecoversAndKeepsItselfIsListedOnce() {
    PersonalSession alice = session.recover(secret(entry), ALICE, Set.of(device(home.alice)));
    assertEquals(1, alice.administrators().size());
    assertEquals(1, alice.personalProfile().devices().size());
  }

  @Test
  void aRecoveryBindsNoAccountOfAnotherPerson() {
    MeshSession bob = home.machine("bob");
    bob.createAccount("bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    MeshSession laptop = home.machine("laptop");
    fails(
        AccountsException.Code.ACCOUNT_OF_OTHER,
        () -> laptop.recover(secret(entry), List.of(ALICE, "bob@example.com"), Set.of()));
    assertEquals(List.of(), laptop.accounts());
  }

  @Test
  void onlyALaterVersionThanTheMachinesShowsACopyOfItsKeys() {
    SessionContext context = home.alice.context();
    Instant recorded = first.profile().updated();
    SignedPersonalProfile unknown =
        ProfileSigner.personal(
            first.profile().withMaster(first.profile().signedMasterProfile(), home.world.now()),
            List.of(SessionKeys.administrator(home.alice).key()),
            home.world.stream("copy", "test"));
    for (Instant updated : List.of(recorded.minusMillis(1), recorded)) {
      context.noticeCopy(unknown, first.signers(), updated, recorded);
      assertEquals(List.of(), home.session.findings());
    }
    context.noticeCopy(unknown, first.signers(), recorded.plusMillis(1), recorded);
    assertEquals(1, home.session.findings().size());
  }

  @Test
  void anEscrowEntryWithTheContentOfAnotherIsAltered() {
    OfflineEscrowEntry other = home.alice.newEscrowEntry(2, 3);
    given(new dev.meshsim.profile.OfflineEscrowEntry(entry.udf(), other.sealed().encryptedData()));
    fails(AdministrationException.Code.ESCROW_ALTERED, () -> session.recover(secret(entry), ALICE));
  }

  @Test
  void aChangeThatChangesNothingGivesTheVersionThatIsThere() {
    assertEquals(second, home.alice.change((profile, at) -> profile));
  }
}
