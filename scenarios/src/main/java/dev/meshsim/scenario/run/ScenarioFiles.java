package dev.meshsim.scenario.run;

import dev.meshsim.error.IoReason;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ScenarioReader;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and reads the scenario files a user named. */
public final class ScenarioFiles {

  private static final String EXTENSION = ".yaml";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final List<ScenarioFile> files = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private ScenarioFiles() {}

  /**
   * Reads each file, and in each directory every file whose name ends in {@code .yaml}, in the
   * order of their names.
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
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw RunException.noScenario(
            "the directory " + directory + " has no scenario, no file whose name ends in .yaml",
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
            path + " cannot be read: " + IoReason.of(e), "check its permissions")
        : RunException.noScenario(
            "there is no file or directory " + path,
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
    boolean reserved = ResultsDirectory.isReserved(name);
    if (!NAME.matcher(name).matches() || reserved) {
      throw ScenarioException.of(
          new Problem(
              new Place(file, 1, 1),
              ScenarioException.Code.BAD_NAME,
              "a scenario's file name has letters, digits, dots, hyphens and underscores, and is not "
                  + (reserved ? name : ResultsDirectory.STORES),
              "rename the file"));
    }
    String other = names.putIfAbsent(name, file);
    if (other != null) {
      throw ScenarioException.of(
          new Problem(
              new Place(file, 1, 1),
              ScenarioException.Code.DUPLICATE_NAME,
              "another scenario of this run is called " + name + ": " + other,
              "rename one, since each has its own directory of results"));
    }
    long size = Files.size(path);
    if (size > YamlReader.FILE_OCTETS) {
      throw YamlReader.tooLarge(file, size);
    }
    return ScenarioReader.read(name, file, Files.readAllBytes(path));
  }
}
