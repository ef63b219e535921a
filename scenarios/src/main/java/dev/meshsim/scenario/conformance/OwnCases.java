package dev.meshsim.scenario.conformance;

import dev.meshsim.scenario.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of a suite with names of the kit.
 *
 * @param written the files that were written
 * @param leftOut the text of each file whose accounts cannot be renamed, by its path in the suite
 */
public record OwnCases(List<Path> written, Map<Path, String> leftOut) {

  /** Copies the files. */
  public OwnCases {
    written = List.copyOf(written);
    leftOut = Map.copyOf(leftOut);
  }

  /**
   * Writes the files that show one of some rules.
   *
   * @param suite the directory that the files are in or below
   * @param files the files of scenarios
   * @param to a directory that does not exist
   * @param domain the domain of the portal's accounts
   * @param mark lower-case letters and digits that no other run has
   * @throws IOException if a file cannot be read or written
   */
  public static OwnCases write(
      Path suite, List<Path> files, Path to, List<Rule> rules, String domain, String mark)
      throws IOException {
    List<Path> written = new ArrayList<>();
    Map<Path, String> leftOut = new LinkedHashMap<>();
    for (Path file : files) {
      // One character an octet, so that what is not UTF-8 reaches the reader, which names its
      // place.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (rules.stream().map(Rule::tag).noneMatch(text::contains)) {
        continue;
      }
      Path name = suite.relativize(file);
      if (OwnNames.canRename(text)) {
        Path copy = to.resolve(name);
        write(copy, OwnNames.in(text, domain, mark));
        written.add(copy);
      } else {
        leftOut.put(name, text);
      }
    }
    return new OwnCases(written, leftOut);
  }

  private static void write(Path file, String text) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  /** The first file of those left out that shows a rule. */
  Optional<Path> leftOut(Rule rule) {
    return leftOut.entrySet().stream()
        .filter(file -> file.getValue().contains(rule.tag()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }
}
