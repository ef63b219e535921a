package dev.meshsim.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the directories of {@code @TempDir} in memory if there is room. Stores force each commit to
 * the disk, for which the tests would wait for minutes in all, and no test cuts the power. JUnit
 * finds this class by {@code junit-platform.properties}.
 */
public final class MemoryTempDir implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");

  /** More than all tests that run at once have in their directories. */
  private static final long OCTETS = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return Files.createTempDirectory(place(), "junit-");
  }

  /** The directory of a file system in memory if there is room, otherwise the usual one. */
  public static Path place() throws IOException {
    boolean room =
        Files.isDirectory(MEMORY)
            && Files.isWritable(MEMORY)
            && Files.getFileStore(MEMORY).getUsableSpace() > OCTETS
            && runsPrograms();
    return room ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Containers may forbid programs there, and some tests write and run them. */
  private static boolean runsPrograms() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
        .map(line -> line.split(" "))
        .filter(fields -> fields.length > 3 && fields[1].equals(MEMORY.toString()))
        .noneMatch(fields -> fields[3].matches("(.*,)?noexec(,.*)?"));
  }
}
