package dev.meshsim.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a JVM of its own: the one that runs the test, with options for a short run. */
public final class ChildJvm {

  private ChildJvm() {}

  /**
   * The beginning of a command, to which the arguments of the class are added.
   *
   * @param main the class to run, from the class path of the test
   * @param options more options of the JVM
   */
  public static List<String> command(Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    return command;
  }
}
