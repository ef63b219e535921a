package dev.meshsim.sim.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated disk itself, and the durable replacement of a file on it. */
class FaultyFilesTest {

  private static final Path ROOT = Path.of("/disk");
  private static final Path FILE = ROOT.resolve("file");

  @Test
  void whatIsNotForcedIsGoneWithoutPowerAndThereAfterAKill() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    DurableFile file = files.create(FILE);
    write(file, "forced");
    file.force();
    files.forceDirectory(ROOT);
    write(file, "FORCED and more");
    assertEquals("FORCED and more", text(files.restart()));
    assertEquals("forced", text(files.afterPowerCut()));
  }

  @Test
  void aNameThatIsNotForcedIsGoneThoughTheFileWasForced() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    DurableFile file = files.create(FILE);
    write(file, "x");
    file.force();
    assertTrue(files.afterPowerCut().status(FILE).isAbsent());
  }

  @Test
  void aForcedNameOfAFileThatWasNotForcedIsAnEmptyFile() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    write(files.create(FILE), "x");
    files.forceDirectory(ROOT);
    assertEquals("", text(files.afterPowerCut()));
  }

  @Test
  void aDeletedOrMovedNameComesBackUnlessForced() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    files.replace(FILE, Bytes.utf8("x"));
    files.move(FILE, ROOT.resolve("moved"));
    assertEquals("x", text(files.afterPowerCut()));
    files.forceDirectory(ROOT);
    assertTrue(files.afterPowerCut().status(FILE).isAbsent());
    files.delete(ROOT.resolve("moved"));
    assertFalse(files.afterPowerCut().status(ROOT.resolve("moved")).isAbsent());
  }

  @Test
  void aFailedForceLosesForGoodWhatASecondOnePretendsToSave() {
    FaultyFiles files = FaultyFiles.failing(ROOT, FaultMode.IO_ERROR, 3);
    DurableFile file = files.create(FILE);
    files.forceDirectory(ROOT);
    write(file, "lost");
    Failing.with(FilesException.Code.IO, file::force);
    Failing.with(FilesException.Code.LOST, file::force);
    DurableFile again = files.open(FILE);
    again.write(ByteBuffer.wrap(Bytes.utf8("kept").toArray()), 4);
    again.force();
    assertEquals("lostkept", text(files));
    assertEquals("\0\0\0\0kept", text(files.restart()));
  }

  @Test
  void afterTheFaultTheProcessIsGone() {
    FaultyFiles files = FaultyFiles.failing(ROOT, FaultMode.TORN_MIDDLE, 1);
    DurableFile file = files.create(FILE);
    assertThrows(SimulatedCrash.class, () -> write(file, "12345678"));
    assertThrows(SimulatedCrash.class, () -> files.status(FILE));
    assertThrows(SimulatedCrash.class, () -> file.size());
    assertTrue(files.crashed());
    assertEquals("1234", text(files.restart()));
    assertEquals("WRITE file (operation 1)", files.fault());
  }

  @Test
  void aFullDiskStaysFullButReads() {
    FaultyFiles files = FaultyFiles.failing(ROOT, FaultMode.DISK_FULL, 2);
    DurableFile file = files.create(FILE);
    write(file, "1234");
    Failing.with(FilesException.Code.DISK_FULL, () -> write(file, "123456"));
    Failing.with(FilesException.Code.DISK_FULL, () -> files.create(ROOT.resolve("other")));
    write(file, "abcd");
    file.force();
    assertEquals(2, files.count(FaultyFiles.Operation.CREATE));
  }

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void aReplacedFileIsTheOldOrTheNew(FaultMode mode) {
    Report report = replacing().enumerate(mode).requireNone();
    System.out.println("replace, " + report);
    assertTrue(report.points() >= 7, report.toString());
  }

  @Test
  void replacingWithoutForceIsCaught() {
    Report report = replacing().through(WeakFiles::withoutForce).enumerate(FaultMode.POWER_CUT);
    assertFalse(report.violations().isEmpty());
    assertThrows(AssertionError.class, report::requireNone);
  }

  @Test
  void replacingWithoutForcingTheDirectoryIsCaught() {
    Report report =
        replacing().through(WeakFiles::withoutDirectoryForce).enumerate(FaultMode.POWER_CUT);
    assertFalse(report.violations().isEmpty());
  }

  /** A store that is one file. */
  private record OneFile(DurableFiles files) implements AutoCloseable {

    void set(String text) {
      files.replace(FILE, Bytes.utf8(text));
    }

    String get() {
      return files.status(FILE).isAbsent() ? "" : text(files);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static CrashPoints<OneFile, String> replacing() {
    CrashPoints.Subject<OneFile, String> subject =
        new CrashPoints.Subject<>() {
          @Override
          public OneFile open(DurableFiles files) {
            // Files of a killed process are visible from now on, so their names must be on the
            // disk.
            files.forceDirectory(ROOT);
            return new OneFile(files);
          }

          @Override
          public String content(OneFile store) {
            return store.get();
          }
        };
    return CrashPoints.of(
        ROOT, subject, "", List.of(set("first version"), set("second")), set("further"));
  }

  private static Step<OneFile, String> set(String text) {
    return new Step<>("set " + text, store -> store.set(text), before -> text);
  }

  private static void write(DurableFile file, String text) {
    file.write(ByteBuffer.wrap(Bytes.utf8(text).toArray()), 0);
  }

  private static String text(DurableFiles files) {
    return Bytes.of(files.read(FILE, 100)).utf8();
  }

  @Test
  void emptyFilesAreRead() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    files.create(FILE).close();
    assertArrayEquals(new byte[0], files.read(FILE, 1));
  }
}
