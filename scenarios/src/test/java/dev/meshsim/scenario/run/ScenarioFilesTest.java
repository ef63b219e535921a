package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    for (String name : List.of(".yaml", "-a.yaml", "a b.yaml", "stores.yaml", "a".repeat(65))) {
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
