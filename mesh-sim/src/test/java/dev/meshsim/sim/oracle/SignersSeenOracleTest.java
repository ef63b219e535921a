package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignersSeenOracleTest {

  private static final String LAPTOP = "laptop";

  private final BranchedLog logs = new BranchedLog(new SignersSeenOracle());
  private final SignedPersonalProfile first = BranchedLog.profile();

  /** A version whose signer has seen a checkpoint. */
  private SignedPersonalProfile signedBy(HeadProof seen) {
    MeshMachineCached machine = new MeshMachineCached(logs.world, "desktop");
    PersonalProfile content =
        Dialect.MESH.json().read(first.signedData().payload(), PersonalProfile.class);
    return ProfileSigner.successor(
        content,
        first,
        SeenCheckpoint.header(seen.checkpoint()),
        List.of(machine.generate(Dialect.MESH.suites().get(0).signature(), "OnlineSignatureKey")),
        machine.stream("sign:PersonalProfile"));
  }

  /** The laptop refreshes its profile, and then has this version and this checkpoint. */
  private void refreshed(SignedPersonalProfile version, HeadProof believed) {
    SimEvent.Began began = new SimEvent.Began(LAPTOP, "refresh", Map.of());
    logs.tell(began);
    logs.tell(new SimEvent.Received(LAPTOP, BranchedLog.DOMAIN, Bytes.EMPTY, Bytes.EMPTY));
    logs.remember(LAPTOP, new LogMemory(believed, List.of(), List.of(), null, null));
    logs.commit(LAPTOP, new MachineRecord.Personal(version));
    logs.tell(new SimEvent.Ended(began, List.of("ok"), Optional.empty()));
  }

  @Test
  void whatBothHaveSeenIsOneLog() {
    refreshed(first, logs.common);
    refreshed(signedBy(logs.common), logs.grown(logs.log, "later"));
    HeadProof later = logs.grown(logs.log, "more");
    refreshed(signedBy(later), later);
    refreshed(signedBy(logs.common), logs.grown(logs.branch, "other"));
    logs.requireSilence();
  }

  @Test
  void aSignerOfTheLogIsNotBelievedOnTheBranch() {
    HeadProof seen = logs.grown(logs.log, "later");
    refreshed(signedBy(seen), logs.grown(logs.branch, "other"));
    logs.requireOne("laptop believes 8 records of example.com, which do not begin with the 8");
  }

  @Test
  void aSignerHasNotSeenMoreThanThePortalShows() {
    refreshed(signedBy(logs.grown(logs.log, "later")), logs.common);
    logs.requireOne("laptop believes 4 records");
  }
}
