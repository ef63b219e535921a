package dev.meshsim.sim.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.FilesException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that goes on from program to program. */
class SimulatedDiskTest {

  private static final Path ROOT = Path.of("/disk");
  private static final Path FILE = ROOT.resolve("file");

  private final List<FaultMode> happened = new ArrayList<>();
  private final SimulatedDisk disk = new SimulatedDisk(ROOT, happened::add);

  private void plan(FaultMode mode, int after) {
    disk.faults().plan(new DiskFaults.Planned(mode, after, mode + " " + after));
  }

  private void replace(String text) {
    disk.files().replace(FILE, Bytes.utf8(text));
  }

  private String text() {
    return Bytes.of(disk.files().read(FILE, 100)).utf8();
  }

  private void writeUnforced(String text) {
    try (DurableFile open = disk.files().open(FILE)) {
      open.write(ByteBuffer.wrap(Bytes.utf8(text).toArray()), 0);
    }
  }

  @Test
  void onlyAKilledProgramLosesWhatWasNotForced() {
    replace("forced");
    writeUnforced("FORCED");
    disk.restart(false);
    assertEquals("FORCED", text());
    disk.restart(true);
    assertEquals("forced", text());
  }

  @Test
  void aFaultHappensAfterSoManyChangesAndIsTold() {
    replace("first");
    plan(FaultMode.POWER_CUT, 2);
    assertEquals(1, disk.faults().unfinished().size());
    assertThrows(SimulatedCrash.class, () -> replace("second"));
    assertEquals(List.of(FaultMode.POWER_CUT), happened);
    assertEquals(List.of(), disk.faults().unfinished());
    disk.restart(false);
    assertEquals("first", text());
    replace("third");
    disk.restart(true);
    assertEquals("third", text());
  }

  @Test
  void faultsFollowOneAnotherAcrossPrograms() {
    plan(FaultMode.TORN_MIDDLE, 1);
    plan(FaultMode.IO_ERROR, 1);
    assertThrows(SimulatedCrash.class, () -> replace("first"));
    disk.restart(false);
    assertEquals(1, disk.faults().unfinished().size());
    assertThrows(FilesException.class, () -> replace("second"));
    assertTrue(disk.failed());
    disk.restart(false);
    assertFalse(disk.failed());
    replace("third");
    assertEquals(List.of(FaultMode.TORN_MIDDLE, FaultMode.IO_ERROR), happened);
  }

  @Test
  void aFullDiskIsFullUntilTheNextProgram() {
    replace("first");
    plan(FaultMode.DISK_FULL, 0);
    assertThrows(FilesException.class, () -> replace("second"));
    assertThrows(FilesException.class, () -> replace("third"));
    assertEquals("first", text());
    disk.restart(false);
    replace("fourth");
    assertEquals(1, happened.size());
  }

  @Test
  void anOpeningThatAFaultEndsIsTriedAgain() {
    plan(FaultMode.POWER_CUT, 1);
    plan(FaultMode.IO_ERROR, 0);
    String opened =
        disk.open(
            files -> {
              files.replace(FILE, Bytes.utf8("made"));
              return "opened";
            });
    assertEquals("opened", opened);
    assertEquals(2, happened.size());
    assertEquals("made", text());
    assertThrows(
        FilesException.class, () -> disk.open(files -> files.read(ROOT.resolve("none"), 1)));
  }

  @Test
  void aWrongBitIsOneBitOfOneFileUntilItIsPutRight() {
    disk.files().replace(FILE, Bytes.utf8("ab"));
    disk.files().replace(ROOT.resolve("other"), Bytes.utf8("c"));
    var before = disk.content();
    for (int bit = 0; bit < 24; bit++) {
      SimulatedDisk.Rot rot = disk.rot(bit);
      assertEquals(bit < 16 ? FILE : ROOT.resolve("other"), rot.file());
      assertNotEquals(before.get(rot.file()), disk.content().get(rot.file()));
      assertEquals(
          1,
          before.keySet().stream()
              .filter(name -> !before.get(name).equals(disk.content().get(name)))
              .count());
      disk.restart(true);
      assertNotEquals(before, disk.content(), "it is on the medium");
      disk.repair(rot);
      assertEquals(before, disk.content());
    }
    assertEquals(FILE, disk.rot(24).file());
    disk.wipe();
    assertEquals(0, disk.content().size());
    assertThrows(IllegalStateException.class, () -> disk.rot(0));
  }
}
