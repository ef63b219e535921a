package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recovery binds to an account that exists, and says which administrators it keeps. */
class RecoveredAdministratorsTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void recoveryKeepsNoAdministrator(Dialect dialect) {
    Household home = new Household(dialect);
    OfflineEscrowEntry entry = escrow(home);
    PersonalSession laptop = home.administrator("laptop");
    MeshSession elsewhere = home.machine("new");
    PersonalSession recovered = elsewhere.recover(secret(entry), ALICE);
    assertEquals(1, recovered.administrators().size());
    assertTrue(recovered.administers());
    assertEquals(3, recovered.personalProfile().devices().size());
    for (PersonalSession old : List.of(home.alice, laptop)) {
      assertEquals(401, assertThrows(PortalRefusedException.class, old::connectPending).status());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void recoveryKeepsTheNamedAdministrators(Dialect dialect) {
    Household home = new Household(dialect);
    OfflineEscrowEntry entry = escrow(home);
    PersonalSession laptop = home.administrator("laptop");
    MeshSession elsewhere = home.machine("new");
    PersonalSession recovered = elsewhere.recover(secret(entry), ALICE, Set.of(device(laptop)));
    assertEquals(2, recovered.administrators().size());
    assertEquals(Optional.of(device(laptop)), recovered.administrators().get(1).device());
    assertTrue(laptop.connectPending().pending().isEmpty());
    assertThrows(PortalRefusedException.class, home.alice::connectPending);
  }

  @Test
  void onlyAnAdministratorIsKept() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry entry = escrow(home);
    PersonalSession ring = home.plain(home.alice, "ring");
    MeshSession elsewhere = home.machine("new");
    fails(
        SessionException.Code.UNKNOWN_DEVICE,
        () -> elsewhere.recover(secret(entry), ALICE, Set.of(device(ring))));
    assertNothingOn(elsewhere);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMistypedAccountCreatesNothing(Dialect dialect) {
    Household home = new Household(dialect);
    OfflineEscrowEntry entry = escrow(home);
    MeshSession elsewhere = home.machine("new");
    fails(
        SessionException.Code.NO_SUCH_ACCOUNT,
        () -> elsewhere.recover(secret(entry), "alicia@example.com"));
    assertTrue(home.session.validate("alicia@example.com").valid());
    assertNothingOn(elsewhere);
    PersonalSession made = elsewhere.recoverToNewAccount(secret(entry), "alicia@example.com");
    assertEquals("alicia@example.com", made.account());
    assertEquals(home.alice.udf(), made.udf());
  }

  @Test
  void nothingIsStoredBeforeThePortalAccepts() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry entry = escrow(home);
    MeshPortal refusing =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            return request.utf8().startsWith("{\"Publish\"")
                ? Bytes.utf8(
                    "{\"PublishResponse\":{\"Status\":500,\"StatusDescription\":\"closed\"}}")
                : home.portal.exchange(request);
          }
        };
    MeshSession elsewhere =
        new MeshSession(new dev.meshsim.machine.MeshMachineCached(home.world, "new"), refusing);
    assertThrows(PortalRefusedException.class, () -> elsewhere.recover(secret(entry), ALICE));
    assertNothingOn(elsewhere);
  }

  @Test
  void aProfileOfAnotherMachineMakesNoAccountHere() {
    Household home = new Household(Dialect.MESH);
    MeshSession bob = home.machine("bob");
    PersonalProfile profile = new PersonalProfile(bob.createDevice().deviceProfile());
    MeshSession elsewhere = home.machine("new");
    fails(
        SessionException.Code.OTHER_MACHINE,
        () -> elsewhere.createAccount("bob@example.com", profile));
    assertNothingOn(elsewhere);
    assertTrue(home.session.validate("bob@example.com").valid());
  }

  private static OfflineEscrowEntry escrow(Household home) {
    OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
    home.alice.escrow(entry);
    home.tick();
    return entry;
  }

  private static void assertNothingOn(MeshSession session) {
    for (RecordKind kind : RecordKind.values()) {
      assertEquals(List.of(), session.machine().store().list(kind), kind.name());
    }
  }
}
