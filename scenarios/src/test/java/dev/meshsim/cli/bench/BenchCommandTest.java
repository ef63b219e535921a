package dev.meshsim.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.report.bench.suite.BenchGroup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  private static final String HOME = "meshsim.home";

  @TempDir private Path directory;
  private final String before = System.getProperty(HOME);

  /** A checkout whose benchmarks are {@link FakeJmh}. */
  @BeforeEach
  void makeCheckout() throws IOException {
    Path module = Files.createDirectories(directory.resolve("benchmarks/target")).getParent();
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeJmh.class.getName());
    String name = FakeJmh.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(module.resolve("target/benchmarks.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        InputStream code =
            Objects.requireNonNull(FakeJmh.class.getClassLoader().getResourceAsStream(name))) {
      jar.putNextEntry(new JarEntry(name));
      code.transferTo(jar);
    }
    System.setProperty(HOME, directory.toString());
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, before);
    }
  }

  private Cli bench(String... groups) {
    String[] all = new String[groups.length + 4];
    all[0] = "bench";
    all[1] = "--quick";
    all[2] = "--out";
    all[3] = directory.resolve("out").toString();
    System.arraycopy(groups, 0, all, 4, groups.length);
    return Cli.run(all);
  }

  @Test
  void aRunShowsRatiosTargetsAndTheMachine() throws IOException {
    Cli run = bench("signing");
    assertEquals(0, run.code(), run.out() + run.errors());
    assertTrue(run.out().contains("Sign.ours (spec=ED25519)"), run.out());
    assertTrue(run.out().matches("(?s).*Sign.bouncyCastle .*x 2.00 +±0.*"), run.out());
    assertTrue(run.out().matches("(?s).*Sign.jdk .*too wide to mean anything\n.*"), run.out());
    assertTrue(
        run.out()
            .matches("(?s).*Ed25519 sign: our API / bare .*\u2264 1.05 .*0.50 .*aim reached.*"),
        run.out());
    assertTrue(
        run.out().contains("left out: Sign.corretto (spec = ED448): java.lang.Unsupported"),
        run.out());
    String machine = Files.readString(directory.resolve("out/machine.json"));
    for (String member :
        new String[] {
          "\"cpu\" : ",
          "\"governor\" : ",
          "\"jdk\" : ",
          "\"commit\" : ",
          "\"loadBefore\" : ",
          "\"calibrationSpread\" : ",
          "Sign.jdk (spec=ED25519): too wide",
          "missing peer: none such"
        }) {
      assertTrue(machine.contains(member), member + " in " + machine);
    }
    assertTrue(Files.exists(directory.resolve("out/signing.log")));
    Cli compared =
        Cli.run("bench", "compare", directory + "/out", directory + "/out/signing.jmh.json");
    assertTrue(compared.out().contains("2 no clear change"), compared.out() + compared.errors());

    Cli again = bench("signing");
    assertEquals(2, again.code());
    assertTrue(again.errors().contains("has results already"), again.errors());
  }

  @Test
  void aForkThatDiedAndJmhThatDoesNotStartAreFailures() {
    Cli run = bench("log", "store");
    assertEquals(1, run.code(), run.out());
    assertTrue(
        run.out().contains("failed: OpenLog.open: <forked VM failed with exit code 137>"),
        run.out());
    assertTrue(
        run.out().contains("failed: store: Another JMH instance might be running."), run.out());
  }

  @Test
  void aDiskWithoutRoomIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class, () -> BenchmarksJar.requireRoom(directory, Long.MAX_VALUE));
    assertTrue(refused.problem().contains(" has room for "), refused.problem());
  }

  @Test
  void aReportIsWrittenBesideTheResults() {
    assertEquals(0, bench("signing").code());
    Cli report = Cli.run("bench", "report", directory + "/out");
    assertEquals(0, report.code(), report.errors());
    assertTrue(Files.exists(directory.resolve("out/report/index.html")), report.out());
    assertTrue(Files.exists(directory.resolve("out/report/charts/bars-Sign-ours-ED25519.svg")));
  }

  @Test
  void eachGroupHasAQuestion() {
    Cli list = Cli.run("bench", "--list");
    assertEquals(0, list.code());
    assertEquals(BenchGroup.values().length, list.out().lines().count());
    assertTrue(list.out().lines().allMatch(line -> line.endsWith("?")), list.out());
  }

  @Test
  void anUnknownGroupAndADirectoryWithoutACheckoutAreRefused() throws IOException {
    Cli unknown = bench("singing");
    assertEquals(2, unknown.code());
    assertTrue(unknown.errors().contains("there is no group \"singing\""), unknown.errors());
    assertTrue(unknown.errors().contains("did you mean \"signing\"?"), unknown.errors());
    Files.delete(directory.resolve("benchmarks/pom.xml"));
    Cli refused = bench("signing");
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("run from a checkout"), refused.errors());
    assertTrue(refused.errors().contains("hint: clone the project"), refused.errors());
    assertFalse(Files.exists(directory.resolve("out")));
  }
}
