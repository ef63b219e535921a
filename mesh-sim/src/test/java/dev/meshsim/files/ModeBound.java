package dev.meshsim.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs classes in a process for which the modes of files hold, even if root runs the tests. One
 * process serves all tests of a JVM, since its start takes longer than what it runs.
 */
public final class ModeBound {

  /** Root without the two capabilities that let it past every mode: an owner like any other. */
  private static final List<String> BIND =
      List.of(
          "setpriv",
          "--inh-caps=-dac_override,-dac_read_search",
          "--bounding-set=-dac_override,-dac_read_search");

  private static Process process;
  private static DataOutputStream calls;
  private static DataInputStream answers;

  private ModeBound() {}

  /**
   * Returns the output of {@code main}. The test is skipped for root if its rights cannot be
   * reduced.
   *
   * @param scratch a directory for a file that nobody may read
   */
  public static synchronized String run(Path scratch, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    if (process == null || !process.isAlive()) {
      start(scratch);
    }
    calls.writeUTF(main.getName());
    calls.writeInt(arguments.length);
    for (String argument : arguments) {
      calls.writeUTF(argument);
    }
    calls.flush();
    byte[] said = new byte[answers.readInt()];
    answers.readFully(said);
    return new String(said, StandardCharsets.UTF_8);
  }

  private static void start(Path scratch) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (!modesHold(scratch)) {
      command.addAll(BIND);
      assumeTrue(canBind(), "modes do not hold for root, and setpriv cannot bind it here");
    }
    command.addAll(ChildJvm.command(Calls.class));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    calls = new DataOutputStream(process.getOutputStream());
    answers = new DataInputStream(process.getInputStream());
  }

  /** The process: runs classes as they are called, until the caller ends. */
  static final class Calls {

    private Calls() {}

    public static void main(String[] none) throws IOException {
      DataInputStream calls = new DataInputStream(System.in);
      DataOutputStream answers = new DataOutputStream(System.out);
      while (true) {
        String main;
        try {
          main = calls.readUTF();
        } catch (EOFException e) {
          return;
        }
        String[] arguments = new String[calls.readInt()];
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = calls.readUTF();
        }
        byte[] said = said(main, arguments);
        answers.writeInt(said.length);
        answers.write(said);
        answers.flush();
      }
    }

    private static byte[] said(String main, String[] arguments) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      System.setOut(out);
      System.setErr(out);
      try {
        Method method = Class.forName(main).getDeclaredMethod("main", String[].class);
        method.setAccessible(true);
        method.invoke(null, (Object) arguments);
      } catch (InvocationTargetException e) {
        e.getCause().printStackTrace(out);
      } catch (ReflectiveOperationException e) {
        e.printStackTrace(out);
      }
      out.flush();
      return said.toByteArray();
    }
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
