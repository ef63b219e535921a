package dev.meshsim.sim.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cuts that one whole run shows are those of runs that are really cut. */
class CutsTest {

  private static final Path ROOT = Path.of("/disk");
  private static final Path FILE = ROOT.resolve("file");
  private static final Path OTHER = ROOT.resolve("other");
  private static final Path DIRECTORY = ROOT.resolve("directory");

  /** Every kind of operation, forced and not, on files with and without a name. */
  private static void work(DurableFiles files) {
    DurableFile file = files.create(FILE);
    write(file, "12345678", 0);
    file.force();
    write(file, "abcdef", 4);
    files.forceDirectory(ROOT);
    file.truncate(6);
    write(file, "uvwxyz", 2);
    files.replace(OTHER, Bytes.utf8("other"));
    files.move(OTHER, FILE);
    write(file, "of no name", 0);
    file.force();
    files.createDirectory(DIRECTORY);
    files.replace(DIRECTORY.resolve("inner"), Bytes.utf8("inner"));
    files.delete(DIRECTORY.resolve("inner"));
    files.delete(DIRECTORY);
    files.forceDirectory(ROOT);
  }

  private static void write(DurableFile file, String text, long at) {
    file.write(ByteBuffer.wrap(Bytes.utf8(text).toArray()), at);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"IO_ERROR", "DISK_FULL"})
  void aCutOfAWholeRunLeavesWhatARealFaultLeaves(FaultMode mode) {
    Cuts cuts = new Cuts(List.of(mode));
    FaultyFiles whole = FaultyFiles.sound(ROOT).restart(cuts);
    work(whole);
    assertEquals(whole.operations(), cuts.all().size());
    assertTrue(cuts.all().size() > 20, cuts.all()::toString);
    List<Bytes> left = new ArrayList<>();
    for (int n = 0; n < whole.operations(); n++) {
      FaultyFiles cut = FaultyFiles.sound(ROOT).restart(mode, n);
      assertThrows(SimulatedCrash.class, () -> work(cut));
      assertEquals(cut.fault(), cuts.all().get(n).fault() + " (operation " + n + ")");
      left.add(cut.restart().digest());
    }
    assertEquals(left, cuts.all().stream().map(cut -> cut.left().digest()).toList());
    assertTrue(left.stream().distinct().count() > 3);
  }

  @Test
  void aProcessThatGoesOnHasNoCuts() {
    List<FaultMode> modes = List.of(FaultMode.STOP, FaultMode.DISK_FULL);
    assertThrows(IllegalArgumentException.class, () -> new Cuts(modes));
  }

  /** Each step changes something that a later fault or reader may show. */
  @Test
  void whatIsNotYetForcedTellsDisksApart() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    List<Bytes> digests = new ArrayList<>(List.of(files.digest()));
    DurableFile file = files.create(FILE);
    digests.add(files.digest());
    write(file, "x", 0);
    digests.add(files.digest());
    file.force();
    digests.add(files.digest());
    files.forceDirectory(ROOT);
    digests.add(files.digest());
    write(file, "x", 0);
    digests.add(files.digest());
    files.move(FILE, OTHER);
    digests.add(files.digest());
    for (Bytes digest : digests) {
      assertEquals(1, digests.stream().filter(digest::equals).count());
    }
    assertEquals(files.digest(), files.restart().digest());
    assertNotEquals(files.digest(), files.afterPowerCut().digest());
  }

  @Test
  void theOrderOfTwoFilesInTimeIsNoDifference() {
    List<Bytes> digests =
        Stream.of(List.of(FILE, OTHER), List.of(OTHER, FILE))
            .map(
                order -> {
                  FaultyFiles files = FaultyFiles.sound(ROOT);
                  order.forEach(name -> files.replace(name, Bytes.utf8("x")));
                  return files.afterPowerCut().digest();
                })
            .toList();
    assertEquals(digests.get(0), digests.get(1));
  }
}
