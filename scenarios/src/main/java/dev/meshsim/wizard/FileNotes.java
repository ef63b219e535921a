package dev.meshsim.wizard;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.udf.Udf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes in a file of lines, {@code shares FINGERPRINT}, beside the machine's own directory: {@code
 * ~/.mmm.notes} for {@code ~/.mmm}. A store refuses files in its directory that are not its own.
 */
public final class FileNotes implements Notes {

  private static final String SHARES = "shares ";

  private final Path file;

  /** The notes on the machine in a directory; the file need not be there. */
  public FileNotes(Path directory) {
    Path whole = directory.toAbsolutePath().normalize();
    this.file = whole.resolveSibling(whole.getFileName() + ".notes");
  }

  @Override
  public boolean hasShares(Udf profile) {
    return lines().contains(SHARES + profile.text());
  }

  @Override
  public void sharesMade(Udf profile) {
    String all =
        Stream.concat(lines().stream(), Stream.of(SHARES + profile.text()))
            .distinct()
            .collect(Collectors.joining("\n", "", "\n"));
    DurableFiles.real().replace(file, Bytes.utf8(all));
  }

  /** A file that cannot be read says nothing: the wizard offers the shares once more. */
  private List<String> lines() {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }
}
