package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.ForeignFiles;
import dev.meshsim.files.ModeBound;
import dev.meshsim.files.TreeSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where no portal store that keeps files can be, and what it says of it. A store's own test is a
 * subclass that names it. What is there stays as it is, and nothing is added.
 */
public abstract class PortalStorePlaces {

  private static final String DENIED = "the operating system refuses access";
  private static final String MODE =
      "check the owner and the mode of the file and of its directory";
  private static final String STRANGER =
      "find out who put it there, then move it away; it was neither read nor changed";

  private static final String FOREIGN =
      "run as that user, or use a directory of your own; it was neither read nor changed";

  @TempDir private Path directory;
  private Path root;

  /** The store's name. */
  protected abstract String store();

  /** The files that it keeps its data in. */
  protected abstract List<String> data();

  /** The file by which it claims the root. */
  protected abstract String claim();

  @BeforeEach
  void makeParent() throws IOException {
    root = Files.createDirectory(directory.resolve("parent")).resolve("root");
  }

  @Test
  void whereNothingIsWrongItIsWritten() throws Exception {
    assertEquals("written\n", writeOnce());
    assertEquals("written\n", writeOnce());
  }

  @Test
  void askingWhetherAPortalIsThereMakesNone() throws Exception {
    assertFalse(PortalStores.named(store()).isThere(root), "where no directory is");
    Files.createDirectory(root);
    Files.writeString(root.resolve("other"), "not a portal's");
    Map<Path, String> before = tree();
    assertFalse(PortalStores.named(store()).isThere(root), "where something else is");
    assertEquals(before, tree());
    writeOnce();
    assertTrue(PortalStores.named(store()).isThere(root));
  }

  @Test
  void aPortalOfWhichAnyFileIsLeftIsThere() throws Exception {
    for (String name : data()) {
      Path file = Files.createDirectories(root.resolve("only-" + name)).resolve(name);
      Files.writeString(file, "damaged");
      assertTrue(PortalStores.named(store()).isThere(file.getParent()), name);
    }
  }

  @Test
  void aRootThatCannotBeWrittenIsRead() throws Exception {
    writeOnce();
    for (String name : data()) {
      setMode(root.resolve(name), "r--------");
    }
    setMode(root, "r-x------");
    Map<Path, String> before = TreeSnapshot.of(root);
    String read = ModeBound.run(directory, ReadOnce.class, store(), root.toString());
    assertEquals(before, TreeSnapshot.of(root));
    setMode(root, "rwx------");
    assertEquals("1 record, no finding\n", read);
  }

  private static void setMode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void aParentThatCannotBeWrittenIsRefused() throws Exception {
    requireRefused("r-xr-xr-x", root.getParent(), refusal("files.denied", root, DENIED, MODE));
  }

  @Test
  void aRootThatCannotBeWrittenIsRefused() throws Exception {
    Files.createDirectory(root);
    Path claim = root.resolve(claim());
    requireRefused("r-xr-xr-x", root, refusal("files.denied", claim, DENIED, MODE));
  }

  @Test
  void aStoreThatCannotBeClaimedIsRefused() throws Exception {
    writeOnce();
    Path claim = root.resolve(claim());
    requireRefused("r-xr-xr-x", root, refusal("files.denied", claim, DENIED, MODE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--------", "-w-------", "---------"})
  void dataThatCannotBeReadAndWrittenIsRefused(String mode) throws Exception {
    writeOnce();
    for (String name : data()) {
      Path file = root.resolve(name);
      requireRefused(mode, file, refusal("files.denied", file, DENIED, MODE));
    }
  }

  @Test
  void besideDataThatIsRefusedNothingIsMade() throws Exception {
    writeOnce();
    for (String name : data()) {
      Path file = root.resolve(name);
      Map<String, byte[]> others = new TreeMap<>();
      for (String other : data()) {
        if (!other.equals(name)) {
          others.put(other, Files.readAllBytes(root.resolve(other)));
          Files.delete(root.resolve(other));
        }
      }
      requireRefused("---------", file, refusal("files.denied", file, DENIED, MODE));
      for (Map.Entry<String, byte[]> other : others.entrySet()) {
        Files.write(root.resolve(other.getKey()), other.getValue());
      }
    }
  }

  @Test
  void aFileInThePlaceOfTheRootIsRefused() throws Exception {
    Files.writeString(root, "mine");
    String problem = "is a file, and a directory is expected";
    requireRefused("rw-------", root, refusal("files.not-a-file", root, problem, STRANGER));
  }

  @Test
  void aFileOnTheWayToTheRootIsRefused() throws Exception {
    Path file = Files.writeString(root, "mine");
    root = file.resolve("below/root");
    String problem = "is a file, and a directory is expected";
    requireRefused("rw-------", file, refusal("files.not-a-file", file, problem, STRANGER));
  }

  @Test
  void aLinkInThePlaceOfTheRootIsRefused() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(root, elsewhere);
    String problem = "is a symbolic link, and a directory is expected";
    requireRefused("rwx------", elsewhere, refusal("files.not-a-file", root, problem, STRANGER));
  }

  @Test
  void anotherUsersRootIsRefused() throws Exception {
    requireForeignRefused(Files.createDirectory(root));
  }

  @Test
  void anotherUsersDataIsRefused() throws Exception {
    writeOnce();
    for (String name : data()) {
      requireForeignRefused(root.resolve(name));
    }
  }

  private void requireForeignRefused(Path path) throws Exception {
    Object own = Files.getAttribute(path, "unix:uid");
    ForeignFiles.giveAway(path);
    String problem = "belongs to the user " + Files.getOwner(path).getName();
    requireRefused("rwxrwxrwx", path, refusal("files.foreign", path, problem, FOREIGN));
    Files.setAttribute(path, "unix:uid", own);
  }

  private static String refusal(String code, Path file, String problem, String hint) {
    return code + "\n" + file + ": " + problem + "\nhint: " + hint + "\n";
  }

  /** Writes while {@code path} has a mode. */
  private void requireRefused(String mode, Path path, String refusal) throws Exception {
    Map<Path, String> before = tree();
    var usual = Files.getPosixFilePermissions(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    String said = writeOnce();
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    Files.setPosixFilePermissions(path, usual);
    assertEquals(refusal, said);
    assertEquals(before, tree());
  }

  private String writeOnce() throws IOException, InterruptedException {
    return ModeBound.run(directory, WriteOnce.class, store(), root.toString());
  }

  private Map<Path, String> tree() throws IOException {
    Map<Path, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        tree.put(
            path,
            Files.isDirectory(path)
                ? "a directory"
                : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return tree;
  }
}
