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
    return files.stream().map(each -> each.scenarios().get(0).name()).toList();
  }

  /** The one problem of the last file. */
  private static String problem(List<ScenarioFile> files) {
    ScenarioFile last = files.get(files.size() - 1);
    assertTrue(last.cases().isEmpty());
    assertEquals(1, last.problems().size(), last.problems().toString());
    return last.problems().get(0).text();
  }

  private static String refused(Path... paths) {
    return assertThrows(RunException.class, () -> ScenarioFiles.read(List.of(paths))).problem();
  }

  private static List<String> cases(List<ScenarioFile> files) {
    return files.stream().flatMap(each -> each.cases().stream()).map(Case::name).toList();
  }

  @Test
  void aDirectoryGivesItsYamlFilesAndThoseBelowInTheOrderOfTheirNames() throws IOException {
    for (String name :
        List.of("c.yaml", "a.yaml", "b.yml", "inner.yaml/z.yaml", "in/ner/a b.yml")) {
      file(name);
    }
    Files.writeString(directory.resolve("notes.txt"), "no scenario");
    file(".hidden.yaml");
    file(".git/hidden.yaml");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("in"));
    Files.createSymbolicLink(directory.resolve("up.yaml"), directory);
    List<ScenarioFile> files = ScenarioFiles.read(List.of(directory));
    assertEquals(List.of("a", "b", "c", "in/ner/a b", "inner.yaml/z"), cases(files));
    assertEquals(List.of("a", "b", "c", "a b", "z"), names(files));
  }

  @Test
  void theOwnDirectoriesOfAMavenModuleAreItsOwn() throws IOException {
    for (String name : List.of("a.yaml", "src/b.yaml", "target/c.yaml", "in/src/d.yaml")) {
      file(name);
    }
    assertEquals(4, ScenarioFiles.read(List.of(directory)).size());
    Files.writeString(directory.resolve("pom.xml"), "<project/>");
    assertEquals(List.of("a", "in/src/d"), cases(ScenarioFiles.read(List.of(directory))));
    Path inside = directory.resolve("src");
    assertEquals(List.of("b"), cases(ScenarioFiles.read(List.of(inside))));
  }

  @Test
  void twoFilesOfOneBaseNameInTwoDirectoriesAreTwoCases() throws IOException {
    file("one/a.yaml");
    file("two/a.yml");
    assertEquals(List.of("one/a", "two/a"), cases(ScenarioFiles.read(List.of(directory))));
    Path dot = Path.of(directory + "/one/../one/.");
    assertEquals(List.of("a"), cases(ScenarioFiles.read(List.of(dot))));
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
  void aNameMayHaveAnyPrintableCharacters() throws IOException {
    for (String name :
        List.of("-a", "a b", "stores", "a..", "\u00e9t\u00e9 [1]", "a".repeat(200))) {
      assertEquals(List.of(name), cases(ScenarioFiles.read(List.of(file(name + ".yaml")))));
    }
    for (String name : List.of(".yaml", "  .yaml", "a\nb.yaml", "a\u202eb.yaml")) {
      String problem = problem(ScenarioFiles.read(List.of(file(name))));
      assertTrue(problem.contains("printable characters"), name + ": " + problem);
    }
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
    assertEquals(1, files.get(1).cases().size());
    Files.createSymbolicLink(directory.resolve("loop.yaml"), Path.of("loop.yaml"));
    assertEquals(3, ScenarioFiles.read(List.of(directory)).size());
  }

  @Test
  void aLinkToAScenarioIsRead() throws IOException {
    Path real = file(".inner/real.yaml");
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
