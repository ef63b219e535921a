package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.store.h2.RelationalStores;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2HeaderTest {

  /** As H2 writes it; {@code %s} is the format. */
  private static final String HEADER =
      "H:2,block:3,blockSize:1000,chunk:2,clean:1,created:1a209603b46,format:%s,version:2,"
          + "fletcher:ee4f3ade\n";

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("portal.mv.db");
  }

  private RandomStream random() {
    return World.seeded(1).stream("portal", "retry");
  }

  private void write(byte[] content) throws IOException {
    DurableFiles.real().replace(file(), content);
  }

  private static byte[] blocks(String first, String second) {
    byte[] octets = new byte[16384];
    Arrays.fill(octets, 0, 8192, (byte) ' ');
    System.arraycopy(first.getBytes(StandardCharsets.US_ASCII), 0, octets, 0, first.length());
    System.arraycopy(second.getBytes(StandardCharsets.US_ASCII), 0, octets, 4096, second.length());
    return octets;
  }

  @ParameterizedTest
  @CsvSource({"1, H2 1.4", "2, H2 2.0 or 2.1", "4, an H2 later than this one"})
  void theFileOfAnotherMajorVersionIsRefusedUntouched(String format, String writer)
      throws IOException {
    byte[] content = blocks(HEADER.formatted(format), HEADER.formatted(format));
    write(content);
    MeshException e =
        Failing.with(
            DatabaseException.Code.OTHER_H2, () -> RelationalStores.portal(directory, random()));
    assertEquals("store.database.other-h2", e.code());
    assertTrue(e.problem().startsWith(file().toString()), e::problem);
    assertTrue(e.problem().contains(writer), e::problem);
    assertTrue(e.hint().contains("export"), e::hint);
    assertArrayEquals(content, Files.readAllBytes(file()));
  }

  @Test
  void oneWholeBlockIsEnough() throws IOException {
    write(blocks("", HEADER.formatted("1")));
    Failing.with(
        DatabaseException.Code.OTHER_H2, () -> H2Header.require(DurableFiles.real(), file()));
    write(blocks(HEADER.formatted("3"), "torn"));
    H2Header.require(DurableFiles.real(), file());
  }

  @Test
  void anOldPageStoreIsNamed() throws IOException {
    write("-- H2 0.5/B -- \n".repeat(600).getBytes(StandardCharsets.US_ASCII));
    Failing.with(
        DatabaseException.Code.OTHER_H2, () -> H2Header.require(DurableFiles.real(), file()));
  }

  @Test
  void whatIsNoDatabaseIsRefusedUntouched() throws IOException {
    for (byte[] content : new byte[][] {{}, {1, 2, 3}, new byte[8192]}) {
      write(content);
      MeshException e =
          Failing.with(
              DatabaseException.Code.NOT_H2, () -> RelationalStores.portal(directory, random()));
      assertEquals("store.database.not-h2", e.code());
      assertArrayEquals(content, Files.readAllBytes(file()));
    }
  }

  @Test
  void aDamagedDatabaseIsAnErrorThatNamesTheFile() throws IOException {
    RelationalStores.portal(directory, random()).close();
    byte[] content = Files.readAllBytes(file());
    Arrays.fill(content, 8192, content.length, (byte) 'x');
    write(content);
    MeshException e =
        Failing.with(
            DatabaseException.Code.INCOMPLETE, () -> RelationalStores.portal(directory, random()));
    assertTrue(e.problem().startsWith(file().toString()), e::problem);
    assertArrayEquals(content, Files.readAllBytes(file()));
  }

  @Test
  void aNewFileIsForItsOwnerAlone() throws IOException {
    Path inside = directory.resolve("a/b");
    RelationalStores.portal(inside, random()).close();
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(inside.resolve("portal.mv.db"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)));
    try (var names = Files.list(inside)) {
      assertEquals(1, names.count(), "no trace, no lock, no unfinished file stays");
    }
  }
}
