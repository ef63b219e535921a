package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log of 3 records and more, and a branch of it that has others from the fourth on. */
class LogsAgreeOracleTest {

  private static final String DOMAIN = "example.com";

  private final SeededWorld world = World.seeded(5);
  private final PortalKeyring keys = new PortalKeyring(world, DOMAIN, new MemoryPortalStore());
  private final PortalStore log = new MemoryPortalStore();
  private final PortalStore branch = new MemoryPortalStore();
  private final List<String> violations = new ArrayList<>();
  private final LogsAgreeOracle oracle = new LogsAgreeOracle();
  private HeadProof common;

  @BeforeEach
  void branch() {
    common = grown(log, "common");
    PortalTransfer.copy(log, branch);
  }

  /** Adds records, and makes a checkpoint of them. */
  private HeadProof grown(PortalStore store, String name) {
    for (int i = 0; i < 3; i++) {
      Change change =
          Change.create(
              LogName.MESH,
              name + i + "-" + store.tree().size(),
              List.of(),
              Bytes.utf8("{}"),
              world.now());
      store.load(List.of(List.of(change)));
    }
    PortalLog made =
        new PortalLog(
            world, DOMAIN, store, keys::logSigner, new CheckpointPolicy(1, Duration.ZERO));
    made.makeNow();
    return made.checkpoint(null).orElseThrow();
  }

  private void tell(SimEvent event) {
    oracle.on(event, new Histories(), violations::add);
  }

  private void cosign(String witness, HeadProof head) {
    tell(new SimEvent.Cosigned(witness, true, head.checkpoint()));
  }

  private void believe(String machine, HeadProof head) {
    LogMemory memory = new LogMemory(head, List.of(), List.of(), null, null);
    tell(
        new SimEvent.Committed(
            machine,
            List.of(new MachineChange.Put(new MachineRecord.Portal(DOMAIN, Bytes.EMPTY, memory)))));
  }

  private void requireSilence() {
    assertEquals(List.of(), violations);
  }

  private void requireOne(String words) {
    assertEquals(1, violations.size(), violations::toString);
    assertTrue(violations.get(0).contains(words), violations::toString);
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
    violations.clear();
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

  /** A newcomer, who has nothing to compare with, believes a branch. */
  private void newcomerAfter(Duration time) {
    HeadProof later = grown(log, "later");
    cosign("w1", later);
    cosign("w2", later);
    world.advance(time);
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

  /** Two of three witnesses are demanded. */
  private final class Histories implements Scene {

    @Override
    public Dialect dialect() {
      return Dialect.MESH;
    }

    @Override
    public Instant now() {
      return world.now();
    }

    @Override
    public List<String> machines() {
      return List.of();
    }

    @Override
    public List<String> portals() {
      return List.of(DOMAIN);
    }

    @Override
    public MachineStore store(String machine) {
      throw new AssertionError("a machine's store says nothing of its own");
    }

    @Override
    public PortalStore portalStore(String portal) {
      return log;
    }

    @Override
    public List<PortalStore> histories(String portal) {
      return List.of(log, branch);
    }

    @Override
    public int witnessesDemanded() {
      return 2;
    }

    @Override
    public Map<Path, Bytes> files(String machine) {
      return Map.of();
    }

    @Override
    public History history() {
      return new History();
    }
  }
}
