package dev.meshsim.scenario.run;

import dev.meshsim.error.Quote;
import dev.meshsim.scenario.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the arguments that name scenarios: {@code PATH}, or {@code FILE:LINE} for a case of it. */
public final class ScenarioArguments {

  private static final Pattern WITH_LINE = Pattern.compile("(?s)(?<file>.+):(?<line>[0-9]{1,9})");

  private ScenarioArguments() {}

  /**
   * The cases that the arguments name. A line chooses the case that is written there; any other
   * line of a file chooses all of its cases.
   *
   * @throws RunException {@code scenario.none} if a path does not exist or has no scenario
   * @throws RunException {@code scenario.none-chosen} if a file has no such line
   */
  public static RunPlan plan(List<String> arguments) {
    Map<Path, List<Integer>> lines = new LinkedHashMap<>();
    for (String argument : arguments) {
      var match = WITH_LINE.matcher(argument);
      boolean line = match.matches() && !exists(argument) && exists(match.group("file"));
      Path path = Path.of(line ? match.group("file") : argument);
      // No line at all is every line: 0.
      lines
          .computeIfAbsent(path, p -> new ArrayList<>())
          .add(line ? requireLine(path, Integer.parseInt(match.group("line"))) : 0);
    }
    List<Case> cases = new ArrayList<>();
    RunPlan all = RunPlan.of(ScenarioFiles.read(List.copyOf(lines.keySet())));
    for (Case each : all.cases()) {
      List<Integer> wanted = lines.getOrDefault(Path.of(each.file()), List.of(0));
      if (wanted.stream().anyMatch(line -> isAt(each, line, all.cases()))) {
        cases.add(each);
      }
    }
    return new RunPlan(all.rejected(), cases);
  }

  private static boolean isAt(Case one, int line, List<Case> all) {
    boolean ofOne =
        all.stream()
            .anyMatch(each -> each.file().equals(one.file()) && each.line().orElse(-1) == line);
    return !ofOne || one.line().orElse(-1) == line;
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static int requireLine(Path file, int line) {
    int last = lines(file);
    if (line < 1 || line > last) {
      throw RunException.noneChosen(
          Quote.of(file) + " has no line " + line + ", only " + last,
          "name a line of the file, or the file alone");
    }
    return line;
  }

  /** The number of lines, as far as a scenario may be long; the reader reports what is longer. */
  private static int lines(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(YamlReader.FILE_OCTETS);
      int count = octets.length > 0 && octets[octets.length - 1] != '\n' ? 1 : 0;
      for (byte octet : octets) {
        count += octet == '\n' ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      throw ScenarioFiles.unreadable(file, e);
    }
  }
}
