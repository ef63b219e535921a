package dev.meshsim.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of another user's. */
public final class ForeignFiles {

  private static final int NOBODY = 65534;

  private ForeignFiles() {}

  /** Makes a file another user's; the test is skipped where only root may. */
  public static void giveAway(Path file) {
    boolean given;
    try {
      Files.setAttribute(file, "unix:uid", NOBODY);
      given = true;
    } catch (IOException e) {
      given = false;
    }
    assumeTrue(given, "only root may give a file away");
  }
}
