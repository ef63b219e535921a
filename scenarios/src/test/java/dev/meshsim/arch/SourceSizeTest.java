package dev.meshsim.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits on files and packages, over the sources of all modules, with every exception listed. */
class SourceSizeTest {

  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 25;

  /** Longer files, each with its reason. */
  private static final Map<String, String> LONG_FILES =
      Map.of(
          "BadHiveTest.java", "one table of what may be wrong in a hive",
          "Extension.java", "one table of the additions to the drafts",
          "FaultyFiles.java", "the simulated disk: one operation and its faults after the other",
          "FilesRefusedTest.java", "one table of files that the registry store refuses",
          "HostileBehaviour.java", "one table of the lies of a portal",
          "JlogOpeningTest.java", "one table of what may be wrong in a log",
          "MeshClient.java", "a method for each transaction",
          "ProfileSigner.java", "a method for each object that is signed",
          "RegReaderTest.java", "one table of the syntax of a .reg file");

  /** Packages with more files, each with its reason. */
  private static final Map<String, String> LARGE_PACKAGES =
      Map.of(
          "dev.meshsim.machine",
              "a machine's records, and the contract of the stores that keep them",
          "dev.meshsim.portal.service", "a rule of the portal a file, which share its state",
          "dev.meshsim.profile", "an object of the schema a file",
          "dev.meshsim.protocol", "a message a file, as the schema lists them",
          "dev.meshsim.session", "the API of developer-08 section 6, whose parts share their state",
          "dev.meshsim.sim.oracle", "an invariant a file, with what they all see");

  @Test
  void filesAndPackagesStaySmall() throws IOException {
    Limits limits = new Limits();
    for (Path module : SourceTree.modules(Golden.root())) {
      limits.add(SourceTree.ofModule(module), true);
      limits.add(SourceTree.ofTests(module), false);
    }
    assertTrue(limits.files > 800, () -> "only " + limits.files + " files were looked at");
    assertEquals(List.of(), limits.violations());
  }

  @Test
  void noExceptionIsListedInVain() throws IOException {
    Limits limits = new Limits();
    for (Path module : SourceTree.modules(Golden.root())) {
      limits.add(SourceTree.ofModule(module), true);
      limits.add(SourceTree.ofTests(module), false);
    }
    assertEquals(LONG_FILES.keySet(), limits.longFiles.keySet());
    assertEquals(LARGE_PACKAGES.keySet(), limits.largePackages.keySet());
  }

  @Test
  void whatIsTooLargeIsFound(@TempDir Path module) throws IOException {
    Path directory = Files.createDirectories(module.resolve("src/main/java/dev/meshsim/large"));
    for (int i = 0; i <= MOST_FILES; i++) {
      Files.writeString(directory.resolve("Small" + i + ".java"), "\n".repeat(MOST_LINES));
    }
    Files.writeString(directory.resolve("Small0.java"), "\n".repeat(MOST_LINES + 1));
    Limits limits = new Limits();
    limits.add(SourceTree.ofModule(module), true);
    assertEquals(
        List.of("Small0.java has 301 lines", "dev.meshsim.large has 26 files"),
        limits.violations());
  }

  private static final class Limits {

    final Map<String, Integer> longFiles = new TreeMap<>();
    final Map<String, Integer> largePackages = new TreeMap<>();
    int files;

    void add(SourceTree tree, boolean limitPackages) throws IOException {
      Map<Path, Integer> packages = new TreeMap<>();
      for (Path file : tree.files()) {
        files++;
        int lines = Files.readAllLines(file).size();
        if (lines > MOST_LINES) {
          longFiles.put(file.getFileName().toString(), lines);
        }
        packages.merge(tree.packageOf(file), 1, Integer::sum);
      }
      packages.forEach(
          (directory, count) -> {
            if (limitPackages && count > MOST_FILES) {
              largePackages.put(directory.toString().replace('/', '.'), count);
            }
          });
    }

    List<String> violations() {
      List<String> found = new ArrayList<>();
      longFiles.forEach(
          (file, lines) -> {
            if (!LONG_FILES.containsKey(file)) {
              found.add(file + " has " + lines + " lines");
            }
          });
      largePackages.forEach(
          (name, count) -> {
            if (!LARGE_PACKAGES.containsKey(name)) {
              found.add(name + " has " + count + " files");
            }
          });
      return found;
    }
  }
}
