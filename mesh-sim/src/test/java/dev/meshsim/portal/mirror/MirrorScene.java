package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.transparency.note.NoteKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A portal whose log is mirrored to a disk in memory. */
abstract class MirrorScene {

  static final Path ROOT = Path.of("/disk");
  static final Path COPY = ROOT.resolve("copy");

  final AuditedPortal scene = new AuditedPortal();
  FaultyFiles disk = FaultyFiles.sound(ROOT);

  LogMirror mirror(MeshPortal portal, DurableFiles files, @Nullable NoteKey key) {
    return new LogMirror(scene.world, portal, scene.auditor(), key, files, COPY, warning -> {});
  }

  LogMirror.Result run(MeshPortal portal) {
    disk = disk.restart();
    return mirror(portal, disk, null).run();
  }

  LogMirror.Result run() {
    return run(scene.portal);
  }

  /** The state file as it is on the disk; null if there is none. */
  @Nullable MirrorState state() {
    return MirrorState.read(disk.restart(), COPY);
  }

  /** The octets of a copied log. */
  String log(LogName name) {
    return new String(
        disk.restart().read(COPY.resolve(name.fileName()), 1 << 24), StandardCharsets.UTF_8);
  }

  /** Runs a mirror that must fail, and leave the copy verified as far as it was. */
  MeshException requireFailure(ErrorCode code, MeshPortal portal, String what) {
    MirrorState before = state();
    MeshException failure = Failing.with(code, () -> run(portal), what);
    MirrorState after = state();
    assertEquals(
        before == null ? null : before.verified(),
        after == null ? null : after.verified(),
        what + ": nothing more is verified");
    return failure;
  }

  /** A copy of the portal's records and keys as they are now. */
  PortalStore branch() {
    PortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(scene.store, copy);
    return copy;
  }

  ForgedLog forged(PortalStore records) {
    PortalKeyring keyring = new PortalKeyring(scene.world, "example.com", scene.store);
    return new ForgedLog(scene.portal, records, keyring.logSigner());
  }
}
