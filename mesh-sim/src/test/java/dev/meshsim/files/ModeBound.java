package dev.meshsim.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Runs a class in a process for which the modes of files hold, even if root runs the tests. */
public final class ModeBound {

  /** Root without the two capabilities that let it past every mode: an owner like any other. */
  private static final List<String> BIND =
      List.of(
          "setpriv",
          "--inh-caps=-dac_override,-dac_read_search",
          "--bounding-set=-dac_override,-dac_read_search");

  private ModeBound() {}

  /**
   * Returns the output of {@code main}. The test is skipped for root if its rights cannot be
   * reduced.
   *
   * @param scratch a directory for a file that nobody may read
   */
  public static String run(Path scratch, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (!modesHold(scratch)) {
      command.addAll(BIND);
      assumeTrue(canBind(), "modes do not hold for root, and setpriv cannot bind it here");
    }
    command.addAll(ChildJvm.command(main));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean modesHold(Path scratch) throws IOException {
    Path file =
        Files.createTempFile(
            scratch,
            "mode",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
    try {
      Files.readAllBytes(file);
      return false;
    } catch (AccessDeniedException e) {
      return true;
    } finally {
      Files.delete(file);
    }
  }

  private static boolean canBind() throws InterruptedException {
    List<String> command = new ArrayList<>(BIND);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
