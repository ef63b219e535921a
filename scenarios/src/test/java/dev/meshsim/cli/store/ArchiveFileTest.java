package dev.meshsim.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.machine.MachineArchive;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archive is written whole or not at all, and only archives are imported. */
class ArchiveFileTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"DISK_FULL", "IO_ERROR"})
  void aDiskThatFailsLeavesTheWholeFileOrNone(FaultMode mode) {
    Path root = Path.of("/disk");
    Path to = root.resolve("archive");
    int none = 0;
    boolean fired = true;
    for (int n = 0; fired; n++) {
      FaultyFiles files = FaultyFiles.failing(root, mode, n);
      try {
        ArchiveFile.write(SecretBytes.copyOf(new byte[1000]), to, files);
      } catch (FilesException e) {
        assertTrue(files.fired(), e.problem());
      }
      fired = files.fired();
      List<Path> left = files.list(root);
      none += left.isEmpty() ? 1 : 0;
      assertTrue(left.isEmpty() || left.equals(List.of(to)), n + ": " + left);
      assertTrue(left.isEmpty() || files.status(to).octets() == 1000, n + ": cut");
    }
    assertTrue(none >= 2, "failed before the end: " + none);
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "mine");
    SecretBytes archive = SecretBytes.copyOf(new byte[1000]);
    InputException e =
        assertThrows(
            InputException.class, () -> ArchiveFile.write(archive, taken, DurableFiles.real()));
    assertTrue(e.problem().contains("taken"), e.problem());
    assertEquals("mine", Files.readString(taken));
  }

  @Test
  void onlyRegularFilesAreRead() throws Exception {
    Path pipe = directory.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe + "").start().waitFor() == 0);
    for (Path none : List.of(pipe, Path.of("/dev/zero"), directory, directory.resolve("absent"))) {
      Cli refused = importing(none);
      assertEquals(2, refused.code());
      assertTrue(refused.errors().contains(none + " "), refused.errors());
      assertTrue(refused.errors().contains("hint: name the file"), refused.errors());
    }
    assertTrue(importing(directory.resolve("absent")).errors().contains(": there is no such"));
  }

  @Test
  void aFileLargerThanAnyArchiveIsNotRead() throws IOException {
    Path large = directory.resolve("large");
    try (var file =
        Files.newByteChannel(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      file.position(MachineArchive.OCTETS).write(ByteBuffer.wrap(new byte[1]));
    }
    assertTrue(importing(large).errors().contains("larger"), importing(large).errors());
  }

  @Test
  void aBadArchiveMakesNoStore() throws IOException {
    Cli refused = importing(Files.writeString(directory.resolve("bad"), "{}\n"));
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("line 1 "), refused.errors());
  }

  @Test
  void anArchiveOfTestDataIsRefusedForProduction() throws IOException {
    Path archive = directory.resolve("archive");
    try (var store =
        MachineStores.named("memory")
            .open(directory, StoreMode.TEST, World.seeded(1).stream("store", "salt"))) {
      ArchiveFile.write(MachineArchive.write(store), archive, DurableFiles.real());
    }
    Cli refused = importing(archive, "--production");
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("TEST"), refused.errors());
    assertEquals(0, importing(archive).code());
  }

  /** Asserts that an import is refused and makes no store. */
  private Cli importing(Path archive, String... more) {
    Path root = directory.resolve("root");
    List<String> arguments =
        new ArrayList<>(List.of("store", "import", "--store", "file", "--root"));
    arguments.add(root + "");
    arguments.add(archive + "");
    arguments.addAll(List.of(more));
    Cli result = Cli.run(arguments.toArray(String[]::new));
    assertEquals(result.code() == 0, Files.exists(root));
    return result;
  }
}
