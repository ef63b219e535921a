package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.trust.EscrowSeal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new escrow entry voids old shares. */
class EscrowRenewalTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theOldSharesFindNothingAndTheNewOnesRecover(Dialect dialect) {
    Household home = new Household(dialect);
    OfflineEscrowEntry first = escrow(home);
    OfflineEscrowEntry second = escrow(home);
    OfflineEscrowEntry renewed = home.alice.renewEscrow(2, 3);
    for (OfflineEscrowEntry old : List.of(first, second)) {
      refused(404, () -> home.machine("laptop").recover(secret(old), ALICE));
      refused(409, () -> home.alice.escrow(old));
    }
    home.tick();
    assertEquals(home.alice.udf(), home.machine("laptop").recover(secret(renewed), ALICE).udf());
  }

  @Test
  void anEntryThatIsMadeVoidsNothingBeforeItIsPublished() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry old = escrow(home);
    home.alice.newEscrowEntry(2, 3);
    home.tick();
    assertEquals(home.alice.udf(), home.machine("laptop").recover(secret(old), ALICE).udf());
  }

  @Test
  void anEntryThatWasMadeBeforeVoidsTheOldOnes() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry old = escrow(home);
    OfflineEscrowEntry made = home.alice.newEscrowEntry(2, 3);
    home.alice.renewEscrow(made);
    refused(404, () -> home.machine("laptop").recover(secret(old), ALICE));
    home.tick();
    assertEquals(home.alice.udf(), home.machine("laptop").recover(secret(made), ALICE).udf());
  }

  /** The documented limit: the master key never changes, and an old copy of the entry holds it. */
  @Test
  void aCopyOfTheOldEntryStillOpens() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry old = escrow(home);
    home.alice.renewEscrow(2, 3);
    try (var keys = EscrowSeal.open(old.sealed(), secret(old).bytes())) {
      assertEquals(
          home.alice.udf(), Dialect.MESH.fingerprint(keys.masterSignatureKey().publicJwk()));
    }
  }

  @Test
  void onlyTheNamedEntriesAreVoided() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry first = escrow(home);
    OfflineEscrowEntry second = escrow(home);
    home.alice.renewEscrow(2, 3, List.of(first.udf()));
    refused(404, () -> home.machine("laptop").recover(secret(first), ALICE));
    assertEquals(home.alice.udf(), home.machine("laptop").recover(secret(second), ALICE).udf());
  }

  @Test
  void anotherProfilesEntryIsNotVoided() {
    Household home = new Household(Dialect.MESH);
    MeshSession bob = home.machine("bob");
    PersonalSession bobs =
        bob.createAccount(
            "bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    OfflineEscrowEntry entry = bobs.newEscrowEntry(2, 3);
    bobs.escrow(entry);
    long before = records(home);
    refused(401, () -> home.alice.renewEscrow(2, 3, List.of(entry.udf())));
    refused(404, () -> home.alice.renewEscrow(2, 3, List.of(home.alice.udf())));
    assertEquals(before, records(home));
    home.alice.renewEscrow(2, 3);
    assertEquals(bobs.udf(), home.machine("x").recover(secret(entry), "bob@example.com").udf());
  }

  @Test
  void anotherProfilesKeysAreNotEscrowed() {
    Household home = new Household(Dialect.MESH);
    MeshSession bob = home.machine("bob");
    PersonalProfile profile = new PersonalProfile(bob.createDevice().deviceProfile());
    long before = records(home);
    fails(
        SessionException.Code.OTHER_PROFILE,
        () -> home.alice.escrow(new OfflineEscrowEntry(profile, 2, 3)));
    fails(
        SessionException.Code.OTHER_PROFILE,
        () -> home.alice.renewEscrow(new OfflineEscrowEntry(profile, 2, 3)));
    assertEquals(before, records(home));
  }

  private static OfflineEscrowEntry escrow(Household home) {
    OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
    home.alice.escrow(entry);
    home.tick();
    return entry;
  }

  private static void refused(int status, org.junit.jupiter.api.function.Executable call) {
    assertEquals(status, assertThrows(PortalRefusedException.class, call).status());
  }

  private static long records(Household home) {
    return home.store.scan(LogName.MESH, PageRequest.all()).items().size()
        + home.store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }
}
