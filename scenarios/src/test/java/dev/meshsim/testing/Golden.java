package dev.meshsim.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A comparison of a generated text with a golden file of the project. With {@code
 * -Dmeshsim.write=true} the file is written instead; review the difference before you commit it.
 */
public final class Golden {

  private static final boolean WRITE = Boolean.getBoolean("meshsim.write");

  private Golden() {}

  /** The project's root directory; tests run in the directory of their module. */
  public static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /** Fails if {@code file} does not contain exactly {@code text}. */
  public static void assertSame(Path file, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
    String found = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    assertEquals(
        found,
        text,
        file + " is not up to date: run the test with -Dmeshsim.write=true and review the change");
  }
}
