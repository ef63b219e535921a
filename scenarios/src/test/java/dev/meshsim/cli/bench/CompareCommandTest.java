package dev.meshsim.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path directory;
  private String base = "";
  private String slower = "";

  @BeforeEach
  void write() throws IOException {
    base = write("base.json", "[[100.0,101.0,99.0],[100.5,99.5,100.0]]");
    slower = write("slower.json", "[[120.0,121.0,119.0],[120.5,119.5,120.0]]");
  }

  private String write(String name, String raw) throws IOException {
    String text =
        "[{\"jmhVersion\":\"1.37\",\"benchmark\":\"a.Sign.ours\",\"mode\":\"avgt\",\"threads\":1,"
            + "\"primaryMetric\":{\"scoreUnit\":\"us/op\",\"rawData\":"
            + raw
            + "}}]";
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void aRegressionIsShownAndFailsOnlyIfAsked() {
    Cli shown = Cli.run("bench", "compare", base, slower);
    assertEquals(0, shown.code(), shown.errors());
    assertTrue(shown.out().contains("regressed"), shown.out());
    assertTrue(shown.out().contains("-16.7 %"), shown.out());
    assertTrue(
        shown.out().endsWith("1 regressed, 0 improved, 0 cannot tell, 0 no clear change\n"),
        shown.out());
    assertEquals(1, Cli.run("bench", "compare", "--fail-on-regression", base, slower).code());
    assertEquals(0, Cli.run("bench", "compare", "--fail-on-regression", slower, base).code());
    assertEquals(0, Cli.run("bench", "compare", "--fail-on-regression", base, base).code());
  }

  @Test
  void severalLaterRunsAreComparedAtOnce() {
    Cli json = Cli.run("bench", "compare", "--format", "json", base, base, slower);
    assertEquals(0, json.code(), json.errors());
    assertTrue(json.out().startsWith("[ {"), json.out());
    assertEquals(2, json.out().split("\"head\" : \"", -1).length - 1, json.out());
    assertTrue(json.out().contains("\"verdict\" : \"regressed\""), json.out());
  }

  @Test
  void aDirectoryOfFilesIsOneRun() throws IOException {
    Path run = Files.createDirectory(directory.resolve("run"));
    Cli empty = Cli.run("bench", "compare", run.toString(), slower);
    assertEquals(2, empty.code());
    assertTrue(empty.errors().contains("run has no file *.jmh.json"), empty.errors());
    Files.copy(Path.of(base), run.resolve("sign.jmh.json"));
    Files.writeString(run.resolve("machine.json"), "{}");
    Cli shown = Cli.run("bench", "compare", run.toString(), slower);
    assertTrue(shown.out().contains("1 regressed"), shown.out() + shown.errors());
  }

  @Test
  void machinesThatDifferAreNamed() throws IOException {
    String before = directory("before", "{\"cpu\":\"A\",\"calibrationMedian\":50.0}");
    String after =
        directory("after", "{\"cpu\":\"B\",\"calibrationMedian\":60.0,\"calibrationSpread\":0.4}");
    String shown = Cli.run("bench", "compare", before, after).out();
    assertTrue(shown.contains("not the same in both: cpu: A and B\n"), shown);
    assertTrue(shown.contains("a fixed piece of work took +20.0 % time in head\n"), shown);
    assertTrue(shown.contains("not steady in head: a fixed piece of work varied by 40 %"), shown);
    String same = Cli.run("bench", "compare", before, before).out();
    assertTrue(same.endsWith("1 no clear change\n"), same);
  }

  private String directory(String name, String machine) throws IOException {
    Path run = Files.createDirectory(directory.resolve(name));
    Files.copy(Path.of(base), run.resolve("sign.jmh.json"));
    Files.writeString(run.resolve("machine.json"), machine);
    return run.toString();
  }

  @Test
  void aFileThatIsNoResultIsRefused() throws IOException {
    String log =
        Files.writeString(directory.resolve("run.log"), "# JMH version: 1.37\n").toString();
    Cli refused = Cli.run("bench", "compare", base, log);
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("run.log: not JSON: "), refused.errors());
    assertTrue(refused.errors().contains("hint: name the file that JMH wrote"), refused.errors());
    assertEquals("", refused.out());
    assertEquals(2, Cli.run("bench", "compare", base).code());
    assertEquals(2, Cli.run("bench", "compare", base, directory + "/absent.json").code());
  }
}
