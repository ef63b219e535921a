package dev.meshsim.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the program of the README in a JVM of its own, and counts what that loads. */
class LoadedClassesTest {

  private static final Pattern LISTING = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** The longest program that still shows the API at a glance. */
  private static final int MOST_LINES = 40;

  /** Packages of the portal's side, of the simulator, of the command and its wizards. */
  private static final List<String> OTHERS =
      List.of(
          "dev.meshsim.portal.service.",
          "dev.meshsim.portal.migration.",
          "dev.meshsim.portal.http.server.",
          "dev.meshsim.log.jlog.",
          "dev.meshsim.log.memory.",
          "dev.meshsim.audit.",
          "dev.meshsim.sim.",
          "dev.meshsim.scenario.",
          "dev.meshsim.report.",
          "dev.meshsim.wizard.",
          "dev.meshsim.cli.",
          "org.eclipse.jetty.server.",
          "org.h2.",
          "org.jline.",
          "picocli.");

  /** Stores of machines and portals apart from that of files; what all stores share is none. */
  private static final Pattern OTHER_STORE =
      Pattern.compile("dev\\.meshsim\\.store\\.(?!file\\.|[A-Z]).*|.*\\.MemoryMachineStore");

  /** A program loads about 650 of the 1,300 and more classes of the core and the client. */
  private static final int MOST_CLASSES = 750;

  @TempDir private Path place;

  private static String listing() throws IOException {
    Matcher listing = LISTING.matcher(Files.readString(Path.of("README.md")));
    assertTrue(listing.find(), "README.md has no program");
    return listing.group(1);
  }

  /** The class path of this test without test classes and without the stores of other modules. */
  private String classPath() {
    return Arrays.stream(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*(test-classes|-tests\\.jar|mesh-store-(h2|registry)).*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void compile() throws IOException {
    Path source = place.resolve("Never.java");
    Files.writeString(source, listing());
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", classPath(), source.toString());
    assertEquals(0, code);
  }

  private Process start(Administration home, String second) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + place.resolve("loaded.txt"),
                "-cp",
                place + File.pathSeparator + classPath(),
                "Never",
                Administration.ALICE,
                second,
                place.resolve("mmm").toString(),
                home.resolve()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void theProgramOfTheReadmeLoadsWhatItNeeds() throws Exception {
    compile();
    StringBuilder said = new StringBuilder();
    try (Administration home = new Administration()) {
      Process first = start(home, "connect");
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
        String line;
        while ((line = out.readLine()) != null) {
          said.append(line).append('\n');
          if (line.startsWith("accept this code")) {
            String code = line.substring(line.indexOf(": ") + 2);
            home.accept(code);
            first.getOutputStream().write((code + "\n").getBytes(StandardCharsets.UTF_8));
            first.getOutputStream().flush();
          }
        }
      }
      assertEquals(0, first.waitFor(), said.toString());
    }
    assertTrue(said.toString().contains("devices: 2\n"), said.toString());
    assertTrue(said.toString().contains("\"NeverAsk\":[\"connect\"]"), said.toString());
    assertLoaded(Files.readString(place.resolve("loaded.txt")));
  }

  private static void assertLoaded(String log) {
    List<String> loaded = new ArrayList<>();
    Matcher name = Pattern.compile("(?m)^.*?\\] ([\\w.$/+]+) source: (.*)$").matcher(log);
    while (name.find()) {
      loaded.add(name.group(1));
    }
    List<String> ours = loaded.stream().filter(each -> each.startsWith("dev.meshsim.")).toList();
    assertTrue(ours.contains("dev.meshsim.light.MeshLight"), () -> "not found in " + loaded);
    assertTrue(ours.contains("dev.meshsim.session.MeshSession"), () -> "not found in " + ours);
    assertEquals(
        List.of(),
        loaded.stream().filter(each -> OTHERS.stream().anyMatch(each::startsWith)).toList());
    assertTrue(ours.size() < MOST_CLASSES, () -> ours.size() + " classes of the Mesh were loaded");
    assertEquals(
        List.of(), ours.stream().filter(each -> OTHER_STORE.matcher(each).matches()).toList());
  }

  @Test
  void theProgramFitsOnAPage() throws IOException {
    assertTrue(listing().lines().count() <= MOST_LINES, () -> "more than " + MOST_LINES + " lines");
  }
}
