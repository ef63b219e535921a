package dev.meshsim.scenario.run;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ScenarioReader;
import dev.meshsim.scenario.results.ResultsDirectory;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and reads the scenario files a user named. */
public final class ScenarioFiles {

  private static final String EXTENSION = ".yaml";

  /** Not the end in a dot, which some file systems drop. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?");

  private final List<ScenarioFile> files = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private ScenarioFiles() {}

  /**
   * Reads each file, and in each directory every file whose name ends in {@code .yaml}, in the
   * order of their names. Directories in it are passed over; a link to nothing is a problem.
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
        found.add(path);
      }
    }
    return List.copyOf(found.files);
  }

  private static List<Path> scenariosIn(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> found =
          entries
              .filter(path -> path.getFileName().toString().endsWith(EXTENSION))
              .filter(path -> !Files.isDirectory(path))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw RunException.noScenario(
            "the directory "
                + Quote.of(directory)
                + " has no scenario, no file whose name ends in .yaml",
            "name another directory, or the files themselves");
      }
      return found;
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static RunException unreadable(Path path, IOException e) {
    return Files.exists(path)
        ? RunException.noScenario(
            Quote.of(path) + " cannot be read: " + IoReason.of(e), "check its permissions")
        : RunException.noScenario(
            "there is no file or directory " + Quote.of(path),
            "name a scenario file, or a directory of them");
  }

  private void add(Path path) {
    String file = path.toString();
    try {
      files.add(new ScenarioFile(file, Optional.of(scenario(path)), List.of()));
    } catch (ScenarioException e) {
      files.add(new ScenarioFile(file, Optional.empty(), e.problems()));
    } catch (YamlException e) {
      files.add(new ScenarioFile(file, Optional.empty(), List.of(e.reason())));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private Scenario scenario(Path path) throws IOException {
    String file = path.toString();
    Path last = path.getFileName();
    String fileName = last == null ? "" : last.toString();
    String name =
        fileName.endsWith(EXTENSION)
            ? fileName.substring(0, fileName.length() - EXTENSION.length())
            : fileName;
    if (!NAME.matcher(name).matches() || ResultsDirectory.isReserved(name)) {
      throw problem(
          file,
          ScenarioException.Code.BAD_NAME,
          "a scenario's file name has letters, digits, dots, hyphens and underscores, 1 to 64"
              + " before .yaml, begins with a letter or a digit, does not end in a dot, and is not"
              + " a name of the results, in small or capital letters: "
              + String.join(", ", ResultsDirectory.reserved())
              + "; this one is "
              + Quote.text(name),
          "rename the file");
    }
    // Names that differ in case only are one directory on some file systems.
    String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), file);
    if (other != null) {
      throw problem(
          file,
          ScenarioException.Code.DUPLICATE_NAME,
          "another scenario of this run is called " + name + ": " + Quote.of(other),
          "rename one, since each has its own directory of results; case makes no difference");
    }
    return ScenarioReader.read(name, file, octets(path, file));
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
