package dev.meshsim.docs;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated sections of a page, each between two comments with its name. */
public final class Sections {

  private Sections() {}

  /** Checks a section; writes it if generated files are to be written. */
  public static void assertSame(String page, String name, String content) throws IOException {
    Path file = Golden.root().resolve(page);
    String text = Files.readString(file);
    String begin = "<!-- " + name + ": begin -->\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("<!-- " + name + ": end -->");
    if (from < 0 || to < from) {
      throw new AssertionError(page + " has no section " + name + ": write " + begin.strip());
    }
    Golden.assertSame(
        file, text.substring(0, from + begin.length()) + content + text.substring(to));
  }
}
