package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogName;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.testing.Once;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mirror that is stopped at every operation on the disk, and is run again. */
@Once
class MirrorCrashTest extends MirrorScene {

  @ParameterizedTest
  @EnumSource(
      value = FaultMode.class,
      names = {"STOP", "TORN_MIDDLE", "POWER_CUT", "REORDERED", "IO_ERROR"})
  void theNextRunGoesOn(FaultMode mode) {
    scene.publish(2);
    scene.checkpoint();
    LogMirror.Result whole = run();
    List<String> logs = List.of(log(LogName.MESH), log(LogName.PORTAL));
    int stops = 0;
    for (int n = 0; ; n++) {
      FaultyFiles faulty = FaultyFiles.failing(ROOT, mode, n);
      try {
        mirror(scene.portal, faulty, null).run();
      } catch (RuntimeException | Error e) {
        assertTrue(faulty.fired(), () -> "failed without a fault: " + e);
      }
      if (!faulty.fired()) {
        break;
      }
      stops++;
      disk = mode.endsProcess() ? faulty : faulty.afterPowerCut();
      requireNoMoreThanThere(mode + " at " + faulty.fault());
      assertEquals(whole.checkpoint(), run().checkpoint(), mode + " at " + faulty.fault());
      assertEquals(logs, List.of(log(LogName.MESH), log(LogName.PORTAL)));
    }
    assertTrue(stops > 20, stops + " operations");
  }

  /** The state file names no checkpoint whose records are not in the logs. */
  private void requireNoMoreThanThere(String where) {
    MirrorState state = state();
    if (state == null || state.verified() == null) {
      return;
    }
    long size =
        Checkpoint.verified(Note.parse(Bytes.utf8(state.verified().checkpoint()))).tree().size();
    long records =
        (log(LogName.MESH) + log(LogName.PORTAL))
            .lines()
            .filter(line -> line.startsWith("{\"DataItem\""))
            .count();
    assertTrue(records >= size, where + ": " + records + " records, verified " + size);
  }
}
