package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalException;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkpoints that do not continue what a mirror has seen. */
class MirrorForksTest extends MirrorScene {

  @BeforeEach
  void aLogOfSeveralPages() {
    scene.publish(4);
    scene.checkpoint();
  }

  private static void requireEvidence(MeshException failure, String word) {
    TransparencyException.Proved proved =
        assertInstanceOf(TransparencyException.Proved.class, failure);
    String shown = Evidence.read(proved.evidence()).judge();
    assertTrue(shown.contains(word), shown);
  }

  @Test
  void aSmallerCheckpointThatIsShownAgain() {
    TransferResponse[] first = new TransferResponse[1];
    run(
        new LyingPortal(
            scene.portal,
            (call, response) -> {
              first[0] = call == 0 ? response : first[0];
              return response;
            }));
    scene.publish(1);
    scene.checkpoint();
    run();
    MeshPortal lying =
        new LyingPortal(scene.portal, (call, response) -> call == 0 ? first[0] : response);
    requireFailure(Code.ROLLED_BACK, lying, "an old checkpoint");
    run();
  }

  @Test
  void aLogThatLostRecords() {
    PortalStore backup = branch();
    scene.publish(2);
    scene.checkpoint();
    run();
    scene.world.pause(AuditedPortal.POLICY.interval());
    MeshPortalDirect restored = scene.open(backup);
    restored.published("checkpoint");
    backup.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, "x", List.of(), Bytes.utf8("{}"), scene.world.now()));
          return true;
        });
    scene.world.pause(AuditedPortal.POLICY.interval());
    restored.published("checkpoint");
    assertTrue(backup.tree().size() < scene.store.tree().size());
    requireEvidence(
        requireFailure(Code.ROLLED_BACK, forged(backup), "a restored backup"), "has lost records");
  }

  @Test
  void aForkedLog() {
    PortalStore other = branch();
    scene.publish(2);
    scene.checkpoint();
    run();
    MeshPortalDirect fork = scene.open(other);
    for (int i = 0; other.tree().size() < scene.store.tree().size() + 3; i++) {
      String key = "other" + i;
      other.transact(
          tx -> {
            tx.put(
                Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), scene.world.now()));
            return true;
          });
    }
    scene.world.pause(AuditedPortal.POLICY.interval());
    fork.published("checkpoint");
    requireEvidence(requireFailure(Code.FORKED, forged(other), "a fork"), "two histories");
  }

  @Test
  void aForkAcrossAChangeOfKeys() {
    PortalStore other = branch();
    scene.publish(2);
    scene.checkpoint();
    run();
    MeshPortalDirect fork = scene.open(other);
    fork.keyring().change(Suite.ED25519);
    for (int i = 0; other.tree().size() < scene.store.tree().size() + 3; i++) {
      String key = "other" + i;
      other.transact(
          tx -> {
            Bytes text = Bytes.utf8("{}");
            tx.put(Change.update(LogName.MESH, key, List.of(), text, scene.world.now()));
            return true;
          });
    }
    scene.world.pause(AuditedPortal.POLICY.interval());
    fork.published("checkpoint");
    for (int i = 0; i < 2; i++) {
      MeshPortal forged = new ForgedLog(fork, other, fork.keyring().logSigner());
      MeshException failure = requireFailure(Code.FORKED, forged, "a fork");
      requireEvidence(failure, "two histories");
      assertTrue(((TransparencyException.Proved) failure).evidence().utf8().contains("Statements"));
    }
  }

  @Test
  void aForkUnderTheSameSize() {
    PortalStore other = branch();
    scene.put(LogName.MESH, "a", "{}");
    scene.checkpoint();
    other.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, "b", List.of(), Bytes.utf8("{}"), scene.world.now()));
          return true;
        });
    MeshPortalDirect fork = scene.open(other);
    scene.world.pause(AuditedPortal.POLICY.interval());
    fork.published("checkpoint");
    assertEquals(scene.store.tree().size(), other.tree().size());
    run();
    requireEvidence(requireFailure(Code.FORKED, forged(other), "a fork"), "two histories");
    disk = FaultyFiles.sound(ROOT);
    MeshPortal turning = new TurningPortal(scene.portal, forged(other));
    requireEvidence(requireFailure(Code.FORKED, turning, "a fork while mirroring"), "histories");
  }

  @Test
  void aForkAfterARunThatWasCutShort() {
    PortalStore other = branch();
    run();
    scene.publish(4);
    scene.checkpoint();
    MeshPortal cut =
        LyingPortal.aboutTheSecondPage(
            scene.portal,
            response -> {
              throw new UncheckedIOException(new IOException("connection reset"));
            });
    requireFailure(PortalException.Code.UNREACHABLE, cut, "a run cut short");
    // The branch continues what is verified, and not what the portal has shown since.
    MeshPortalDirect fork = scene.open(other);
    for (int i = 0; other.tree().size() < scene.store.tree().size() + 3; i++) {
      String key = "other" + i;
      other.transact(
          tx -> {
            Bytes text = Bytes.utf8("{}");
            tx.put(Change.update(LogName.MESH, key, List.of(), text, scene.world.now()));
            return true;
          });
    }
    scene.world.pause(AuditedPortal.POLICY.interval());
    fork.published("checkpoint");
    requireEvidence(requireFailure(Code.FORKED, forged(other), "a fork"), "two histories");
  }

  /** A portal that shows another branch from the second Transfer on. */
  private static final class TurningPortal implements MeshPortal {

    private final MeshPortal first;
    private final MeshPortal then;
    private int transfers;

    TurningPortal(MeshPortal first, MeshPortal then) {
      this.first = first;
      this.then = then;
    }

    @Override
    public String domain() {
      return first.domain();
    }

    @Override
    public Bytes exchange(Bytes request) {
      boolean signed = RequestEnvelope.isEnvelope(request);
      return (signed && transfers++ > 0 ? then : first).exchange(request);
    }
  }
}
