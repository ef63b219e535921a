package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.results.ResultsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on the class path is part of every run, although no class of the project names it. */
class AddedReportTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir private Path directory;
  private ScenarioText text;

  /** Writes a file and a page of the run, and a file of each scenario. */
  public static final class Counts implements Report {

    @Override
    public String name() {
      return "counts";
    }

    @Override
    public List<ReportFile> files() {
      return List.of(
          ReportFile.of(Scope.RUN, "counts.txt", "how many scenarios passed"),
          ReportFile.in(Scope.RUN, "pages", Pattern.compile("[a-z]+\\.html"), "pages to open"),
          ReportFile.of(Scope.SCENARIO, "steps.txt", "how many steps there are"));
    }

    @Override
    public RunListener listener(ReportTarget target) {
      return event -> {
        if (event instanceof RunEvent.ScenarioFinished finished) {
          String steps = finished.result().steps().size() + "\n";
          target.writeScenarioFile(finished.result().name(), "steps.txt", Bytes.utf8(steps));
        } else if (event instanceof RunEvent.RunFinished finished) {
          target.out().println("nobody sees this line");
          target.writeRunFile("pages/index.html", Bytes.utf8("<p>"));
          String passed = finished.totals().passed() + "\n";
          target.writeRunFile("counts.txt", Bytes.utf8(passed));
        }
      };
    }
  }

  /** Writes a file that it does not list. */
  public static final class Careless implements Report {

    @Override
    public String name() {
      return "careless";
    }

    @Override
    public List<ReportFile> files() {
      return List.of(ReportFile.of(Scope.RUN, "careless.txt", "nothing"));
    }

    @Override
    public RunListener listener(ReportTarget target) {
      return event -> {
        if (event instanceof RunEvent.RunFinished) {
          target.writeRunFile("careless.text", Bytes.EMPTY);
        }
      };
    }
  }

  /** Lists a file that the runner writes. */
  public static final class Greedy implements Report {

    @Override
    public String name() {
      return "greedy";
    }

    @Override
    public List<ReportFile> files() {
      return List.of(ReportFile.of(Scope.SCENARIO, "mesh.jlog", "a log"));
    }

    @Override
    public RunListener listener(ReportTarget target) {
      return event -> {};
    }
  }

  @BeforeEach
  void prepare() {
    text = new ScenarioText(directory);
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private void add(Class<? extends Report> report) throws IOException {
    Path services = Files.createDirectories(directory.resolve("added/META-INF/services"));
    Files.writeString(services.resolve(Report.class.getName()), report.getName() + "\n");
    URL[] place = {directory.resolve("added").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(place, before));
  }

  @Test
  void anAddedReportIsWrittenAndItsFilesAreResults() throws IOException {
    add(Counts.class);
    for (int time = 1; time <= 2; time++) {
      assertEquals(Verdict.PASSED, text.steps(ScenarioText.ALICE).verdict());
      assertEquals("1\n", Files.readString(text.out().resolve("counts.txt")));
      assertEquals("<p>", Files.readString(text.out().resolve("pages/index.html")));
      assertEquals("2\n", Files.readString(text.out().resolve("test/steps.txt")));
    }
    assertTrue(Files.exists(text.out().resolve("junit.xml")));
    Files.writeString(text.out().resolve("pages/thesis.txt"), "years of work");
    ResultsException refusal =
        assertThrows(ResultsException.class, () -> text.steps(ScenarioText.ALICE));
    assertTrue(refusal.problem().contains("pages/thesis.txt"), refusal.problem());
  }

  @Test
  void itsFilesAreForeignWhereTheReportIsMissing() throws IOException {
    add(Counts.class);
    text.steps(ScenarioText.ALICE);
    restore();
    assertThrows(ResultsException.class, () -> text.steps(ScenarioText.ALICE));
    assertEquals("1\n", Files.readString(text.out().resolve("counts.txt")));
  }

  @Test
  void theHelpNamesItsFiles() throws IOException {
    assertFalse(Cli.run("run", "--help").out().contains("counts.txt"));
    add(Counts.class);
    String help = Cli.run("run", "--help").out();
    assertTrue(help.contains("  counts.txt          how many scenarios passed\n"), help);
    assertTrue(help.contains("  pages/              pages to open\n"), help);
  }

  @Test
  void aTranscriptHasItsFilesOfTheScenario() throws IOException {
    add(Counts.class);
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.ALICE);
    Path out = directory.resolve("transcript");
    for (int time = 1; time <= 2; time++) {
      Cli cli = Cli.run("transcript", file + "", "--out", out + "");
      assertEquals(0, cli.code(), cli.errors());
      assertFalse(cli.out().contains("nobody sees"), cli.out());
      assertEquals("2\n", Files.readString(out.resolve("steps.txt")));
      assertFalse(Files.exists(out.resolve("counts.txt")));
    }
  }

  @Test
  void aScenarioOfTheNameOfOneOfItsFilesHasAnotherDirectory() throws IOException {
    Path file = text.write("pages", ScenarioText.HEAD + ScenarioText.ALICE);
    add(Counts.class);
    assertEquals(new RunTotals(1, 0, 0, 0, 0, false, false), text.run(file));
    assertTrue(Files.exists(text.out().resolve("%70ages/steps.txt")));
    assertTrue(Files.exists(text.out().resolve("pages/index.html")));
    restore();
    Path elsewhere = directory.resolve("elsewhere");
    assertEquals(0, Cli.run("run", file + "", "--out", elsewhere + "").code());
  }

  @Test
  void aReportMayWriteOnlyFilesThatItLists() throws IOException {
    add(Careless.class);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> text.steps(ScenarioText.ALICE));
    assertTrue(failure.getMessage().contains("careless.text"), failure.getMessage());
    assertFalse(Files.exists(text.out().resolve("careless.text")));
  }

  @Test
  void aReportMayNotListAFileOfAnother() throws IOException {
    add(Greedy.class);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> text.steps(ScenarioText.ALICE));
    assertTrue(failure.getMessage().contains("mesh.jlog"), failure.getMessage());
  }
}
