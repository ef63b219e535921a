package dev.meshsim.sim.oracle;

import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A log of 3 records and more, and a branch of it that has others from the fourth on. */
class LogsAgreeOracleTest {

  private final BranchedLog logs = new BranchedLog(new LogsAgreeOracle());
  private final PortalStore log = logs.log;
  private final PortalStore branch = logs.branch;
  private final HeadProof common = logs.common;

  private HeadProof grown(PortalStore store, String name) {
    return logs.grown(store, name);
  }

  private void tell(SimEvent event) {
    logs.tell(event);
  }

  private void cosign(String witness, HeadProof head) {
    tell(new SimEvent.Cosigned(witness, true, head.checkpoint()));
  }

  private void believe(String machine, HeadProof head) {
    logs.remember(machine, memory(head));
  }

  private static LogMemory memory(HeadProof head) {
    return new LogMemory(head, List.of(), List.of(), null, null);
  }

  private void requireSilence() {
    logs.requireSilence();
  }

  private void requireOne(String words) {
    logs.requireOne(words);
  }

  @Test
  void oneHistoryIsBelievedByAll() {
    HeadProof later = grown(log, "later");
    for (HeadProof head : List.of(common, later)) {
      cosign("w1", head);
      cosign("w2", head);
      believe("desktop", head);
      tell(new SimEvent.PeerSeen("second.example", head.checkpoint()));
    }
    requireSilence();
  }

  @Test
  void aWitnessDoesNotCosignABranch() {
    cosign("w1", grown(log, "later"));
    cosign("w1", grown(branch, "other"));
    requireOne("w1 has taken");
  }

  @Test
  void aCorruptWitnessIsNotJudged() {
    tell(new SimEvent.Cosigned("w1", false, grown(log, "later").checkpoint()));
    tell(new SimEvent.Cosigned("w1", false, grown(branch, "other").checkpoint()));
    requireSilence();
  }

  @Test
  void anotherPortalDoesNotNoteABranch() {
    tell(new SimEvent.PeerSeen("second.example", grown(log, "later").checkpoint()));
    tell(new SimEvent.PeerSeen("second.example", grown(branch, "other").checkpoint()));
    requireOne("second.example has taken");
  }

  @Test
  void aMachineDoesNotGoToABranchOrBack() {
    believe("desktop", grown(log, "later"));
    believe("desktop", grown(branch, "other"));
    requireOne("desktop has taken");
    logs.violations.clear();
    believe("desktop", common);
    requireOne("desktop has taken");
  }

  @Test
  void aMachineWhoseDataWasPutBackMayBeginAgain() {
    believe("desktop", grown(log, "later"));
    tell(new SimEvent.Replaced("desktop", Optional.empty()));
    believe("desktop", common);
    requireSilence();
  }

  @Test
  void whatACopiedMachineHasBelievedForLongIsNotNews() {
    HeadProof later = grown(log, "later");
    cosign("w1", later);
    cosign("w2", later);
    logs.world.advance(Duration.ofHours(2));
    logs.replace("copy", memory(common));
    tell(new SimEvent.Began("copy", "update", Map.of()));
    believe("copy", common);
    requireSilence();
    believe("copy", grown(branch, "other"));
    requireOne("copy believes");
  }

  @Test
  void aCopiedMachineGoesOnFromWhatItGot() {
    logs.replace("copy", memory(grown(log, "later")));
    believe("copy", common);
    requireOne("copy has taken");
  }

  @Test
  void aPortalThatGotAnOlderStoreMayNoteOthersAnew() {
    tell(new SimEvent.PeerSeen("second.example", grown(log, "later").checkpoint()));
    tell(new SimEvent.PortalReplaced("second.example"));
    tell(new SimEvent.PeerSeen("second.example", common.checkpoint()));
    requireSilence();
  }

  /** A newcomer, who has nothing to compare with, believes a branch. */
  private void newcomerAfter(Duration time) {
    HeadProof later = grown(log, "later");
    cosign("w1", later);
    cosign("w2", later);
    logs.world.advance(time);
    tell(new SimEvent.Began("newcomer", "connect", Map.of()));
    believe("newcomer", grown(branch, "other"));
  }

  @Test
  void whoDemandsWitnessesDoesNotBelieveABranchOfLongAgo() {
    newcomerAfter(Duration.ofMinutes(61));
    requireOne("newcomer believes");
  }

  @Test
  void aBranchOfNowIsAllowed() {
    newcomerAfter(Duration.ofMinutes(59));
    requireSilence();
  }

  @Test
  void aWrongClockIsAReason() {
    tell(new SimEvent.Began("newcomer", "clock", Map.of()));
    newcomerAfter(Duration.ofMinutes(61));
    requireSilence();
  }
}
