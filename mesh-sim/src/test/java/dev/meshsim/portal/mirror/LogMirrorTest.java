package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStoreProvider;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.service.LogAudit;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mirror of an honest portal. */
class LogMirrorTest extends MirrorScene {

  private void requireCopy(LogMirror.Result result) {
    try (PortalStore copy =
        new JlogPortalStoreProvider()
            .over(disk.restart())
            .orElseThrow()
            .open(COPY, scene.world, warning -> {})) {
      long size = result.checkpoint().tree().size();
      assertEquals(size, copy.tree().size());
      assertEquals(scene.store.tree().head(size), copy.tree().head(size));
      assertEquals(List.of(), copy.check());
      LogAudit.Result audit = LogAudit.of(copy);
      assertTrue(audit.sound());
      assertEquals(size, audit.checkpoints().get(audit.checkpoints().size() - 1).tree().size());
    }
  }

  @Test
  void aCopyFollowsThePortal() {
    scene.publish(4);
    scene.checkpoint();
    LogMirror.Result first = run();
    assertEquals(0, first.before());
    requireCopy(first);
    LogMirror.Result again = run();
    assertEquals(first.checkpoint(), again.checkpoint());
    assertEquals(first.checkpoint().tree().size(), again.before());
    assertEquals(0, again.heads());
    scene.publish(3);
    scene.account("bob", "bob@example.com");
    scene.checkpoint();
    LogMirror.Result second = run();
    assertEquals(first.checkpoint().tree().size(), second.before());
    assertTrue(second.checkpoint().tree().size() > first.checkpoint().tree().size());
    assertEquals(1, second.heads());
    requireCopy(second);
    assertTrue(log(LogName.MESH).contains("SignedPersonalProfile"));
  }

  @Test
  void aChangedKeyOfTheLogIsFollowed() {
    scene.checkpoint();
    run();
    scene.portal.keyring().change(Suite.ED25519);
    scene.publish(1);
    scene.checkpoint();
    requireCopy(run());
  }

  @Test
  void aGivenKeyCounts() {
    scene.checkpoint();
    disk = disk.restart();
    LogMirror.Result right = mirror(scene.portal, disk, scene.logKey()).run();
    requireCopy(right);
    NoteKey other = new AuditedPortal(99, new MemoryPortalStore()).logKey();
    disk = disk.restart();
    Failing.with(
        TransparencyException.Code.UNSIGNED, () -> mirror(scene.portal, disk, other).run());
  }

  @Test
  void aPortalThatDoesNotKnowTheAuditorGivesNothing() {
    scene.checkpoint();
    PrivateJwk other = PrivateJwk.generate(KeySpec.ED25519, scene.world.stream("test", "other"));
    LogMirror stranger =
        new LogMirror(
            scene.world, scene.portal, scene.signer(other), null, disk, COPY, warning -> {});
    Failing.with(PortalRefusedException.Code.REFUSED_NOT_AUDITOR, stranger::run);
  }

  @Test
  void aDirectoryOfAnotherCopyIsRefused() {
    scene.checkpoint();
    run();
    Bytes state = Bytes.of(disk.read(COPY.resolve(MirrorState.FILE), 1 << 20));
    disk.replace(
        COPY.resolve(MirrorState.FILE), Bytes.utf8(state.utf8().replace("example.com", "x.com")));
    requireFailure(TransparencyException.Code.OTHER_ORIGIN, scene.portal, "another domain");
    disk.replace(COPY.resolve(MirrorState.FILE), Bytes.utf8("{}"));
    Failing.with(TransparencyException.Code.BAD_COPY, this::run, "no state");
    disk.delete(COPY.resolve(MirrorState.FILE));
    requireFailure(TransparencyException.Code.BAD_COPY, scene.portal, "no state file");
    disk.replace(COPY.resolve(MirrorState.FILE), state);
    run();
    String mesh = log(LogName.MESH);
    String changed = mesh.replaceFirst("\"Added\":\"20", "\"Added\":\"19");
    assertNotEquals(mesh, changed);
    disk = disk.restart();
    disk.replace(COPY.resolve(LogName.MESH.fileName()), Bytes.utf8(changed));
    requireFailure(TransparencyException.Code.BAD_COPY, scene.portal, "a changed record");
  }
}
