package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher with a JDK and a Maven that are shell scripts: {@code java} prints its arguments, a
 * line each, and {@code mvn} prints noise and makes the files of a build.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String NOISE = "\u001b[33mWARNING\u001b[0m of a plugin";

  @TempDir private Path directory;
  private Path home;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void prepare() throws IOException {
    home = project("project");
    script("jdk/bin/java", "printf '%s\\n' \"$@\"");
    script("jdk/bin/javac", "");
    Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
    maven("mkdir -p scenarios/target/lib; : >scenarios/target/mesh-scenarios-1.jar");
    environment.put("JAVA_HOME", directory.resolve("jdk").toString());
    environment.put("PATH", directory.resolve("tools") + ":" + System.getenv("PATH"));
  }

  private Path project(String name) throws IOException {
    Path made = Files.createDirectories(directory.resolve(name));
    Files.createDirectories(made.resolve("bin"));
    Files.copy(Golden.root().resolve("bin/mesh-sim"), made.resolve("bin/mesh-sim"));
    Files.writeString(made.resolve("pom.xml"), "");
    Files.createDirectories(made.resolve("scenarios/src/main"));
    Files.writeString(made.resolve("scenarios/pom.xml"), "");
    return made;
  }

  private void maven(String work) throws IOException {
    script("tools/mvn", "echo '" + NOISE + "'\n" + work);
  }

  private void script(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Cli launch(String... arguments) throws IOException, InterruptedException {
    return shell("exec \"$0\" \"$@\"", arguments);
  }

  /** Runs a line of shell in which {@code "$0"} is the launcher. */
  private Cli shell(String line, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", line));
    command.add(home.resolve("bin/mesh-sim").toString());
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out.txt");
    Path errors = directory.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      builder.environment().remove(name);
    }
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Cli(code, text(out), text(errors));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static void refused(String reason, Cli cli) {
    assertEquals(2, cli.code(), cli.errors());
    assertEquals("", cli.out());
    assertTrue(cli.errors().contains("mesh-sim: ") && cli.errors().contains(reason), cli.errors());
    assertTrue(cli.errors().matches("(?s).*\nhint: [^\n]+\n"), cli.errors());
  }

  @Test
  void theFirstBuildIsOneQuietLine() throws Exception {
    Cli first = launch("run", "x.yaml");
    assertEquals(0, first.code(), first.errors());
    assertEquals(
        "mesh-sim: building, as the first time or after a change of the sources\n", first.errors());
    assertTrue(first.out().endsWith("dev.meshsim.cli.MeshSim\nrun\nx.yaml\n"), first.out());
    assertEquals("", launch("run").errors());
  }

  @Test
  void aBuildThatFailsShowsItsOutput() throws Exception {
    maven("echo 'no such symbol' >&2; exit 1");
    Cli cli = launch("run");
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("WARNING"), cli.errors());
    assertTrue(cli.errors().contains("no such symbol\nmesh-sim: the build failed"), cli.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAVA_TOOL_OPTIONS=-XX:+UseG1GC",
        "JAVA_TOOL_OPTIONS=-Xmx64m -XX:+UseParallelGC",
        "JDK_JAVA_OPTIONS=-XX:+UseZGC",
        "_JAVA_OPTIONS=-XX:TieredStopAtLevel=4",
        "JAVA_TOOL_OPTIONS=-Xlog:gc"
      })
  void theOptionsOfTheUserWin(String setting) throws Exception {
    environment.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    Cli cli = launch("run");
    assertEquals(0, cli.code(), cli.errors());
    assertFalse(cli.out().contains("-XX:") || cli.out().contains("-Xlog"), cli.out());
    assertTrue(cli.out().contains("-Dmeshsim.home=" + home.toRealPath()), cli.out());
  }

  @Test
  void aLimitOfMemoryChangesNoOtherOption() throws Exception {
    environment.put("JAVA_TOOL_OPTIONS", "-Xmx64m -Dx=y");
    assertTrue(launch("run").out().contains("-XX:+UseSerialGC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a\nb", "trailing\n"})
  void aPathThatNoClassPathCanHaveIsRefused(String name) throws Exception {
    home = project(name);
    refused(name.contains(":") ? "has a colon in it" : "has a line break in it", launch("run"));
  }

  private Path archive(String name) throws IOException {
    Path made = project(name);
    Files.delete(made.resolve("pom.xml"));
    Files.writeString(made.resolve("release"), "version=1\ncommit=cafe\n");
    Files.createDirectories(made.resolve("lib"));
    Files.writeString(made.resolve("lib/mesh-scenarios-1.jar"), "");
    return made;
  }

  @Test
  void anArchiveIsRunAsItIs() throws Exception {
    home = archive("unpacked");
    Cli cli = launch("run");
    assertEquals(0, cli.code(), cli.errors());
    String lib = home.toRealPath() + "/lib";
    assertTrue(cli.out().contains(lib + "/mesh-scenarios-1.jar:" + lib + "/*\n"), cli.out());
    assertTrue(cli.out().contains("-Dmeshsim.commit=cafe\n"), cli.out());
  }

  @Test
  void classesAreArchivedAnewAfterAChangeOfAnyJar() throws Exception {
    script(
        "jdk/bin/java",
        "printf '%s\\n' \"$@\"\n"
            + "for option; do case $option in -XX:ArchiveClassesAtExit=*)\n"
            + "  echo made >>'"
            + directory.resolve("archives")
            + "'; : >\"${option#*=}\";; esac; done");
    maven(
        "mkdir -p scenarios/target/lib\n"
            + ": >scenarios/target/mesh-scenarios-1.jar; : >scenarios/target/lib/mesh-sim-1.jar");
    for (int i = 0; i < 2; i++) {
      assertTrue(launch("run").out().contains("-XX:SharedArchiveFile="));
      assertEquals("made\n", text(directory.resolve("archives")));
    }
    Path target = home.resolve("scenarios/target");
    FileTime changed = Files.getLastModifiedTime(target.resolve("lib/mesh-sim-1.jar"));
    age(target.resolve("mesh-scenarios-1.jar"), changed, 120);
    age(target.resolve("mesh-sim-17.0.15.jsa"), changed, 60);
    assertTrue(launch("run").out().contains("-XX:SharedArchiveFile="));
    assertEquals("made\nmade\n", text(directory.resolve("archives")));
  }

  private static void age(Path file, FileTime than, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(than.toInstant().minusSeconds(seconds)));
  }

  @Test
  void anArchiveInAPathWithAColonGoesThroughALink() throws Exception {
    home = archive("a:b");
    Path cache = directory.resolve("cache");
    environment.put("XDG_CACHE_HOME", cache.toString());
    for (int i = 0; i < 2; i++) {
      Cli cli = launch("run");
      assertEquals(0, cli.code(), cli.errors());
      assertFalse(cli.out().contains(":b/lib"), cli.out());
      assertTrue(cli.out().contains("-Dmeshsim.home=" + home.toRealPath() + "\n"), cli.out());
      try (Stream<Path> links = Files.list(cache)) {
        assertEquals(
            List.of(home.toRealPath()), links.map(LauncherTest::target).toList(), cli.out());
      }
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anArchiveThatWasCutIsReported() throws Exception {
    home = archive("cut");
    Files.delete(home.resolve("lib/mesh-scenarios-1.jar"));
    refused("was not unpacked whole", launch("run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "$(echo x)", "*"})
  void otherPathsAreFine(String name) throws Exception {
    home = project(name);
    Cli cli = launch("run");
    assertEquals(0, cli.code(), cli.errors());
    assertTrue(cli.out().contains("-Dmeshsim.home=" + home.toRealPath() + "\n"), cli.out());
  }

  @Test
  void aCheckoutThatCannotBeWrittenIsReported() throws Exception {
    // A file where the directory belongs cannot be written by anybody, whatever the user's rights.
    Files.writeString(home.resolve("scenarios/target"), "");
    refused("scenarios/target cannot be written", launch("run"));
  }

  @Test
  void theToolsOfABuildAreNamedIfTheyAreMissing() throws Exception {
    Files.delete(directory.resolve("jdk/bin/javac"));
    refused("no javac", launch("run"));
    environment.put("JAVA_HOME", directory.resolve("nowhere").toString());
    refused("has no bin/java", launch("run"));
    environment.put("JAVA_HOME", directory.resolve("jdk").toString());
    Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
    refused("is Java 11.0.2; mesh-sim needs 17", launch("run"));
  }

  @Test
  void withoutMavenThereIsAReason() throws Exception {
    Path tools = Files.createDirectories(directory.resolve("few"));
    for (String tool : List.of("sh", "dirname", "sed", "head", "find", "ls", "mkdir")) {
      Path found = Path.of("/usr/bin", tool);
      assumeTrue(Files.exists(found), "skipped: there is no " + found);
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
    environment.put("PATH", tools.toString());
    refused("there is no mvn", launch("run"));
  }

  @Test
  void closedStreamsAreNotLeftToTheJvm() throws Exception {
    launch("run");
    script("jdk/bin/java", "cat <&0 2>&1 || echo 'no input'");
    Cli input = shell("exec \"$0\" run <&-");
    assertTrue(input.out().endsWith("no input\n"), input.out() + input.errors());
    script("jdk/bin/java", "echo output || echo lost >&2");
    Cli output = shell("exec \"$0\" run >&-");
    assertTrue(output.errors().endsWith("lost\n"), output.errors());
  }

  @Test
  void tooFewOpenFilesAreReported() throws Exception {
    refused("too many open files: this shell allows 20", shell("ulimit -n 20; exec \"$0\" run"));
  }

  @Test
  void aWorkingDirectoryThatIsGoneIsReported() throws Exception {
    String line = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" run";
    refused("the working directory does not exist", shell("cd '" + directory + "' && " + line));
  }
}
