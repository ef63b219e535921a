package dev.meshsim.cli.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person names and that is small. */
final class SmallFile {

  private SmallFile() {}

  /**
   * The octets of a file; one more than {@code most} if it is longer, which no reader accepts.
   *
   * @throws InputException if it cannot be read
   */
  static Bytes read(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.of(in.readNBytes(most + 1));
    } catch (IOException e) {
      throw new InputException(
          Quote.of(file) + ": cannot be read: " + IoReason.of(e), "name a file that is there");
    }
  }
}
