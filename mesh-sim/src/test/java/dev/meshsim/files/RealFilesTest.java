package dev.meshsim.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFilesTest {

  private static final Bytes OLD = Bytes.utf8("old");
  private static final Bytes NEW = Bytes.utf8("new content");

  private final DurableFiles files = DurableFiles.real();
  @TempDir private Path directory;

  @Test
  void aReplacedFileHasTheNewContentAndIsPrivate() throws IOException {
    Path file = directory.resolve("a");
    files.replace(file, OLD);
    files.replace(file, NEW);
    assertArrayEquals(NEW.toArray(), files.read(file, 100));
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertEquals(List.of(file), files.list(directory));
  }

  @Test
  void whatACrashLeftUnfinishedIsInNobodysWay() throws IOException {
    Path file = directory.resolve("a");
    Files.writeString(directory.resolve("a" + DurableFiles.UNFINISHED), "half");
    files.replace(file, NEW);
    assertEquals(List.of(file), files.list(directory));
  }

  @Test
  void aLinkUnderTheUnfinishedNameIsNotFollowed() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Files.createSymbolicLink(directory.resolve("a" + DurableFiles.UNFINISHED), victim);
    assertThrows(FilesException.NotAFile.class, () -> files.replace(directory.resolve("a"), NEW));
    assertEquals("precious", Files.readString(victim));
  }

  @Test
  void aLinkIsNeitherReadNorWrittenNorReplaced() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Path link = Files.createSymbolicLink(directory.resolve("link"), victim);
    assertEquals(FileStatus.Kind.SYMLINK, files.status(link).kind());
    assertThrows(FilesException.NotAFile.class, () -> files.open(link));
    assertThrows(FilesException.NotAFile.class, () -> files.read(link, 100));
    assertThrows(FilesException.NotAFile.class, () -> files.replace(link, NEW));
    Failing.with(FilesException.Code.EXISTS, () -> files.create(link));
    assertThrows(FilesException.NotAFile.class, () -> files.claim(link));
    assertEquals("precious", Files.readString(victim));
  }

  @Test
  void aDanglingLinkDoesNotMakeItsTarget() throws IOException {
    Path target = directory.resolve("target");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);
    Failing.with(FilesException.Code.EXISTS, () -> files.create(link));
    assertThrows(FilesException.NotAFile.class, () -> files.replace(link, NEW));
    assertThrows(FilesException.NotAFile.class, () -> files.claim(link));
    assertFalse(Files.exists(target, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aPipeIsRefusedWithoutWaitingForIt() throws Exception {
    Path pipe = directory.resolve("pipe");
    boolean made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      made = false;
    }
    assumeTrue(made, "there is no mkfifo here");
    FilesException.NotAFile e = assertThrows(FilesException.NotAFile.class, () -> files.open(pipe));
    assertEquals(FileStatus.Kind.OTHER, e.found());
    assertThrows(FilesException.NotAFile.class, () -> files.openForReading(pipe));
    assertThrows(FilesException.NotAFile.class, () -> files.replace(pipe, NEW));
  }

  @Test
  void aDirectoryIsNoFileAndAFileNoDirectory() {
    Path below = directory.resolve("below");
    files.createDirectory(below);
    assertThrows(FilesException.NotAFile.class, () -> files.open(below));
    assertThrows(FilesException.NotAFile.class, () -> files.replace(below, NEW));
    Path file = directory.resolve("file");
    files.replace(file, NEW);
    assertThrows(FilesException.NotAFile.class, () -> files.list(file));
    Failing.with(FilesException.Code.EXISTS, () -> files.createDirectory(file));
    FilesException.NotAFile e =
        assertThrows(FilesException.NotAFile.class, () -> files.status(file.resolve("a/b")));
    assertEquals(file, e.file(), "what is in the way is named");
  }

  @Test
  void aDirectoryIsMadePrivate() throws IOException {
    Path below = directory.resolve("below");
    files.createDirectory(below);
    assertEquals(
        PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(below));
    files.status(below).requirePrivate(below);
  }

  @Test
  void anotherUsersFileIsRefused() throws IOException {
    Path file = directory.resolve("file");
    files.replace(file, NEW);
    ForeignFiles.giveAway(file);
    FilesException.ForeignFile e =
        assertThrows(FilesException.ForeignFile.class, () -> files.open(file));
    assertTrue(e.problem().contains("belongs to the user"), e.problem());
    assertThrows(FilesException.ForeignFile.class, () -> files.replace(file, OLD));
  }

  @Test
  void aModeThatLetsOthersInIsRefusedWhenAskedFor() throws IOException {
    Path file = directory.resolve("file");
    files.replace(file, NEW);
    files.status(file).requirePrivate(file);
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      MeshException e =
          Failing.with(
              FilesException.Code.WIDE_MODE, () -> files.status(file).requirePrivate(file));
      assertTrue(e.problem().contains(mode), e.problem());
    }
  }

  @Test
  void missingAndTakenNamesAndSizesHaveTheirOwnErrors() {
    Path file = directory.resolve("file");
    Failing.with(FilesException.Code.MISSING, () -> files.open(file));
    Failing.with(FilesException.Code.MISSING, () -> files.delete(file));
    Failing.with(FilesException.Code.MISSING, () -> files.create(file.resolve("below")));
    assertTrue(files.status(file).isAbsent());
    files.replace(file, NEW);
    Failing.with(FilesException.Code.EXISTS, () -> files.create(file));
    MeshException e = Failing.with(FilesException.Code.TOO_LARGE, () -> files.read(file, 10));
    assertTrue(e.getMessage().startsWith(file + ": has 11 octets; at most 10 are read"));
  }

  @Test
  void positionedReadsAndWritesDoWhatTheySay() {
    try (DurableFile file = files.create(directory.resolve("file"))) {
      file.write(ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.US_ASCII)), 0);
      file.write(ByteBuffer.wrap("ab".getBytes(StandardCharsets.US_ASCII)), 4);
      file.force();
      byte[] octets = new byte[4];
      assertEquals(4, file.read(ByteBuffer.wrap(octets), 3));
      assertEquals("3ab6", new String(octets, StandardCharsets.US_ASCII));
      assertEquals(2, file.read(ByteBuffer.wrap(octets), 8));
      assertEquals(0, file.read(ByteBuffer.wrap(octets), 20));
      file.truncate(5);
      assertEquals(5, file.size());
    }
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() {
    try (DurableFile file = files.create(directory.resolve("file"))) {
      Thread.currentThread().interrupt();
      file.write(ByteBuffer.wrap(new byte[10]), 0);
      file.force();
      assertTrue(Thread.interrupted());
      assertEquals(10, file.size(), "the file is still open");
    }
  }

  @Test
  void aReadOnlyFileIsNotWritten() {
    Path file = directory.resolve("file");
    files.replace(file, NEW);
    try (DurableFile open = files.openForReading(file)) {
      assertThrows(RuntimeException.class, () -> open.write(ByteBuffer.wrap(new byte[1]), 0));
    }
  }

  @Test
  void aClaimIsExclusiveAndLeavesNothingBehind() {
    Path name = directory.resolve("lock");
    FileClaim claim = files.claim(name);
    FilesException.FileLocked e =
        assertThrows(FilesException.FileLocked.class, () -> files.claim(name));
    assertTrue(e.problem().contains("this process"), e.problem());
    claim.close();
    claim.close();
    assertEquals(List.of(), files.list(directory));
    files.claim(name).close();
  }

  @Test
  void aClaimThatAKilledProcessLeftIsTaken() throws IOException {
    Path name = Files.writeString(directory.resolve("lock"), "process 4711\n");
    files.claim(name).close();
    assertEquals(List.of(), files.list(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "process", "process ", "process 47", "\0\0\0"})
  void aClaimThatWasCutWhileItWasWrittenIsTaken(String text) throws IOException {
    Path name = Files.writeString(directory.resolve("lock"), text);
    files.claim(name).close();
    assertEquals(List.of(), files.list(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "process of baking\n", "process 1\nmine", "\n", "process 1\n\n"})
  void aFileThatNoClaimLeftIsRefusedAndLeftAlone(String text) throws IOException {
    Path name = directory.resolve("lock");
    for (String found : List.of(text, text + " ".repeat(100))) {
      Files.writeString(name, found);
      for (int i = 0; i < 2; i++) {
        FilesException.ForeignFile e =
            assertThrows(FilesException.ForeignFile.class, () -> files.claim(name));
        assertEquals(name, e.file());
      }
      assertEquals(found, Files.readString(name));
    }
    Files.delete(name);
    files.claim(name).close();
  }

  @Test
  void aNameThatWouldMoveTheCursorIsShownEscaped() {
    Path name = directory.resolve("a\u001b[2Jb\nc\u202e\u00e9");
    FilesException e = assertThrows(FilesException.class, () -> files.openForReading(name));
    assertTrue(
        e.problem().startsWith(directory + "/a\\u001b[2Jb\\u000ac\\u202e\u00e9: "), e::problem);
    assertEquals(name, e.file());
  }

  @Test
  void anotherProcessIsNamedByItsNumber() throws Exception {
    Path name = directory.resolve("lock");
    List<String> command = ChildJvm.command(Holder.class);
    command.add(name.toString());
    Process other = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      assertEquals('+', other.getInputStream().read(), "the other process has its claim");
      FilesException.FileLocked e =
          assertThrows(FilesException.FileLocked.class, () -> files.claim(name));
      assertTrue(e.problem().contains("process " + other.pid()), e.problem());
    } finally {
      other.destroyForcibly();
    }
    other.waitFor();
    files.claim(name).close();
  }

  /** Claims a name and holds it until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (FileClaim claim = DurableFiles.real().claim(Path.of(arguments[0]))) {
        System.out.print('+');
        System.out.flush();
        System.in.read();
      }
    }
  }

  @Test
  void modesAreEmptyWhereNothingIs() {
    assertEquals(Set.of(), files.status(directory.resolve("absent")).permissions());
  }
}
