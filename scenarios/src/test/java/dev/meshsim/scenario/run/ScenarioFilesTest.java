package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run: directories in order, names that results can have, and what is no file. */
class ScenarioFilesTest {

  private static final String GOOD =
      "purpose: x\nmachines: [a]\nportal: example.com\nsteps: [eraseTest: a]\n";

  @TempDir private Path directory;

  private Path file(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, GOOD);
  }

  private static List<String> names(List<ScenarioFile> files) {
    return files.stream().map(each -> each.scenario().orElseThrow().name()).toList();
  }

  /** The one problem of the last file. */
  private static String problem(List<ScenarioFile> files) {
    ScenarioFile last = files.get(files.size() - 1);
    assertTrue(last.scenario().isEmpty());
    assertEquals(1, last.problems().size(), last.problems().toString());
    return last.problems().get(0).text();
  }

  private static String refused(Path... paths) {
    return assertThrows(RunException.class, () -> ScenarioFiles.read(List.of(paths))).problem();
  }

  @Test
  void aDirectoryGivesItsYamlFilesInTheOrderOfTheirNames() throws IOException {
    for (String name : List.of("c.yaml", "a.yaml", "b.yaml")) {
      file(name);
    }
    Files.writeString(directory.resolve("notes.txt"), "no scenario");
    Files.writeString(directory.resolve("d.yml"), "no scenario");
    Files.createDirectory(directory.resolve("inner.yaml"));
    file("inner.yaml/z.yaml");
    assertEquals(List.of("a", "b", "c"), names(ScenarioFiles.read(List.of(directory))));
  }

  @Test
  void filesAndDirectoriesStayInTheOrderGiven() throws IOException {
    Path last = file("z.yaml");
    file("inner/b.yaml");
    file("inner/a.yaml");
    assertEquals(
        List.of("z", "a", "b"),
        names(ScenarioFiles.read(List.of(last, directory.resolve("inner")))));
  }

  @Test
  void aDirectoryWithoutAScenarioIsRefused() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "no scenario");
    assertTrue(refused(directory).contains(directory + " has no scenario"));
  }

  @Test
  void aPathThatIsNotThereIsRefused() throws IOException {
    Path absent = directory.resolve("absent.yaml");
    assertEquals("there is no file or directory " + absent, refused(file("a.yaml"), absent));
  }

  @Test
  void aNameThatResultsCannotHaveIsReported() throws IOException {
    for (String name :
        List.of(
            ".yaml",
            "-a.yaml",
            "a b.yaml",
            "a..yaml",
            "stores.yaml",
            "junit.xml.yaml",
            "results.json",
            "run.json.yaml",
            "run.lock",
            "RUN.json.yaml",
            "Stores.yaml",
            "JUNIT.XML",
            "junit.xml.unfinished.yaml",
            "a".repeat(65))) {
      String problem = problem(ScenarioFiles.read(List.of(file(name))));
      assertTrue(problem.contains("file name has letters"), name + ": " + problem);
    }
    assertEquals(
        List.of("a".repeat(64), "0", "A.b_c-d"),
        names(
            ScenarioFiles.read(
                List.of(file("a".repeat(64) + ".yaml"), file("0"), file("A.b_c-d.yaml")))));
  }

  @Test
  void theMessageHasTheWholeRuleForNames() throws IOException {
    String problem = problem(ScenarioFiles.read(List.of(file("results.json"))));
    assertEquals(
        "a scenario's file name has letters, digits, dots, hyphens and underscores, 1 to 64 before"
            + " .yaml, begins with a letter or a digit, does not end in a dot, and is not a name of"
            + " the results, in small or capital letters: junit.xml, results.json, run.json,"
            + " run.lock, stores; this one is \"results.json\"",
        problem);
  }

  @Test
  void namesThatDifferInCaseOnlyAreOneName() throws IOException {
    String problem =
        problem(ScenarioFiles.read(List.of(file("one/Case.yaml"), file("two/case.yaml"))));
    assertTrue(problem.contains("another scenario of this run is called case"), problem);
  }

  @Test
  void aDanglingLinkIsReported() throws IOException {
    file("b.yaml");
    Files.createSymbolicLink(directory.resolve("a.yaml"), Path.of("gone.yaml"));
    List<ScenarioFile> files = ScenarioFiles.read(List.of(directory));
    assertEquals(2, files.size());
    assertEquals(
        "this is a link to gone.yaml, which is not there", files.get(0).problems().get(0).text());
    assertTrue(problem(List.of(files.get(0))).contains("gone.yaml"));
    assertTrue(files.get(1).scenario().isPresent());
    Files.createSymbolicLink(directory.resolve("loop.yaml"), Path.of("loop.yaml"));
    assertEquals(3, ScenarioFiles.read(List.of(directory)).size());
  }

  @Test
  void aLinkToAScenarioIsRead() throws IOException {
    Path real = file("inner/real.yaml");
    Files.createSymbolicLink(directory.resolve("a.yaml"), real);
    assertEquals(List.of("a"), names(ScenarioFiles.read(List.of(directory))));
  }

  @Test
  void aDeviceIsReadWithinTheLimit() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.isReadable(zero), "skipped: there is no /dev/zero");
    String problem = problem(ScenarioFiles.read(List.of(zero)));
    assertTrue(problem.contains("a scenario has at most 1048576"), problem);
  }

  @Test
  void aSecondScenarioOfTheNameIsReported() throws IOException {
    Path first = file("one/a.yaml");
    Path second = file("two/a.yaml");
    String problem = problem(ScenarioFiles.read(List.of(first, second)));
    assertTrue(problem.endsWith("called a: " + first), problem);
  }

  @Test
  void aFileThatIsTooLargeIsReportedUnread() throws IOException {
    Path large = file("large.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    List<ScenarioFile> files = ScenarioFiles.read(List.of(large, file("b.yaml")));
    assertEquals(List.of("b"), names(files.subList(1, 2)));
    problem(files.subList(0, 1));
  }
}
