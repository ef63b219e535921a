package dev.meshsim.cli.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.cli.Cli;
import dev.meshsim.transparency.note.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Witnesses that the command makes in a directory. */
final class Scene {

  private Scene() {}

  /** Makes a witness and returns its key. */
  static NoteKey init(Path root, String name) {
    Cli made = Cli.run("witness", "init", "--root", root.toString(), "--name", name);
    assertEquals(0, made.code(), made.errors());
    return NoteKey.parse(made.out().lines().findFirst().orElseThrow());
  }

  /** Writes lines to a file, and returns its name. */
  static String file(Path file, String... lines) throws IOException {
    Files.write(file, List.of(lines));
    return file.toString();
  }

  /** Requires that a command is refused with exit code 2 and one line that has a part. */
  static void refused(String part, String... words) {
    Cli run = Cli.run(words);
    assertEquals(2, run.code(), run.errors());
    assertEquals("", run.out());
    if (!run.errors().contains(part)) {
      throw new AssertionError(run.errors());
    }
  }
}
