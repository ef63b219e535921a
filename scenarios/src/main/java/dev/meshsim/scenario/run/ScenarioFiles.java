package dev.meshsim.scenario.run;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.scenario.results.CaseDirectory;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and reads the scenario files a user named. */
public final class ScenarioFiles {

  private final List<ScenarioFile> files = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private ScenarioFiles() {}

  /**
   * Reads each file, and in each directory and those below it every file whose name ends in {@code
   * .yaml} or {@code .yml}, in the order of their names. Hidden files and directories, links to
   * directories, and {@code src} and {@code target} beside a {@code pom.xml} are passed over; a
   * link to nothing is a problem.
   *
   * @throws RunException {@code scenario.none} if a path does not exist, or a directory holds no
   *     such file
   */
  public static List<ScenarioFile> read(List<Path> paths) {
    ScenarioFiles found = new ScenarioFiles();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        scenariosIn(path).forEach(found::add);
      } else {
        found.add(FoundFile.named(path));
      }
    }
    return List.copyOf(found.files);
  }

  /**
   * The files in a directory and those below it that {@link #read} reads, in that order.
   *
   * @throws RunException {@code scenario.none} if there is no such directory, or no such file in it
   */
  public static List<Path> in(Path directory) {
    return scenariosIn(directory).stream().map(FoundFile::path).toList();
  }

  private static List<FoundFile> scenariosIn(Path directory) {
    try {
      List<FoundFile> found = FoundFile.in(directory);
      if (found.isEmpty()) {
        throw RunException.noScenario(
            "the directory "
                + Quote.of(directory)
                + " has no scenario, no file whose name ends in .yaml or .yml",
            "name another directory, or the files themselves");
      }
      return found;
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  static RunException unreadable(Path path, IOException e) {
    return Files.exists(path)
        ? RunException.noScenario(
            Quote.of(path) + " cannot be read: " + IoReason.of(e), "check its permissions")
        : RunException.noScenario(
            "there is no file or directory " + Quote.of(path),
            "name a scenario file, or a directory of them");
  }

  private void add(FoundFile found) {
    String file = found.path().toString();
    try {
      files.add(new ScenarioFile(file, found.name(), scenarios(found), List.of()));
    } catch (ScenarioException e) {
      files.add(new ScenarioFile(file, found.name(), List.of(), e.problems()));
    } catch (YamlException e) {
      files.add(new ScenarioFile(file, found.name(), List.of(), List.of(e.reason())));
    } catch (IOException e) {
      throw unreadable(found.path(), e);
    }
  }

  private List<Scenario> scenarios(FoundFile found) throws IOException {
    String file = found.path().toString();
    String name = found.name();
    String base = name.substring(name.lastIndexOf('/') + 1);
    if (base.isBlank() || name.indexOf('\uFFFD') >= 0 || !Quote.of(name).equals(name)) {
      throw problem(
          file,
          ScenarioException.Code.BAD_NAME,
          "a scenario's file name has printable characters and not only blanks, before .yaml or"
              + " .yml; this one is "
              + Quote.text(name),
          "rename the file");
    }
    // Names that differ in case only are one directory on some file systems.
    String other = names.putIfAbsent(CaseDirectory.folded(name), file);
    if (other != null) {
      throw problem(
          file,
          ScenarioException.Code.DUPLICATE_NAME,
          "another scenario of this run is called " + Quote.of(name) + ": " + Quote.of(other),
          "rename one, or name a directory that holds both, since each has its own directory of"
              + " results; case makes no difference");
    }
    return ScenarioReader.cases(base, file, octets(found.path(), file));
  }

  private static byte[] octets(Path path, String file) throws IOException {
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw problem(
          file,
          ScenarioException.Code.DANGLING_LINK,
          "this is a link to " + Quote.of(Files.readSymbolicLink(path)) + ", which is not there",
          ScenarioException.Code.DANGLING_LINK.hint());
    }
    long size = Files.size(path);
    if (size > YamlReader.FILE_OCTETS) {
      throw YamlReader.tooLarge(file, size);
    }
    // A pipe or a device has no size, and may have no end.
    try (InputStream in = Files.newInputStream(path)) {
      byte[] octets = in.readNBytes(YamlReader.FILE_OCTETS + 1);
      if (octets.length > YamlReader.FILE_OCTETS) {
        throw YamlReader.tooLarge(file, octets.length);
      }
      return octets;
    }
  }

  private static ScenarioException problem(String file, ErrorCode code, String text, String hint) {
    return ScenarioException.of(new Problem(new Place(file, 1, 1), code, text, hint));
  }
}
