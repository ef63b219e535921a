package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory {@code docs/findings}: one shrunk finding of each oracle, and their index. */
final class FindingPages {

  private static final String INDEX = "README.md";

  /** The defects that are shown, one for each oracle. */
  static final List<String> SHOWN =
      List.of(
          "a portal does not store accounts",
          "an older profile is taken",
          "no signature is verified",
          "a fetched profile is not stored",
          "a published profile is not stored",
          "an application is encrypted for a key that nobody has",
          "the failure of a transport has no code",
          "a request has the key that signs it",
          "all machines draw the same random octets",
          "recovered keys are not stored",
          "a deleted profile leaves its keys",
          "a staged file is not forced",
          "a changed list is taken",
          "a result need not be of a device in the profile",
          "every request has one nonce",
          "a session does not look at the log of its portal",
          "a client takes every signature of a checkpoint for a right one",
          "a client takes an older record than it knows",
          "a client believes every denial",
          "a client does not compare what signers have seen",
          "a portal takes any checkpoint of another for a later one");

  private static final String HEAD =
      """
      # Findings

      These are findings of `mesh-sim simulate`, one of each [oracle](../simulation.md#oracles) that a
      planted defect makes speak. Each is the smallest plan that shows the defect, as the simulator
      wrote it. The defects are in no version of the program; they come from the
      [table](../simulation.md#planted-defects) of defects by which the simulator is tested.

      Without the defect a finding does not repeat. `mesh-sim run` then says which event is the first
      that differs, for example:

      ```
      bin/mesh-sim run docs/findings/%s --seed %s%s
      ```

      The command that writes the table of defects writes this directory too.

      | Oracle | Defect | Place and change | Steps | Shrunk to | Finding |
      | --- | --- | --- | --: | --: | --- |
      """;

  private static final Pattern ROW =
      Pattern.compile("\\| ([a-z-]+) \\| ([^|]+) \\| .*\\[\\S+\\]\\((\\S+)\\) \\|");

  /**
   * A finding in the directory.
   *
   * @param defect the name of the defect that it shows
   * @param file the file, below the directory
   */
  record Example(String oracle, String defect, String file) {

    /** The name of the scenario, from which its world follows. */
    String name() {
      return file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
    }

    String text() throws IOException {
      return Files.readString(directory().resolve(file), StandardCharsets.UTF_8);
    }
  }

  private FindingPages() {}

  static Path directory() {
    return Golden.root().resolve("docs/findings");
  }

  /** The commit of the checkout, or {@code unknown}. */
  static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
              .directory(Golden.root().toFile())
              .redirectErrorStream(true)
              .start();
      String line = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? line : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** The findings that the index lists. */
  static List<Example> listed() throws IOException {
    List<Example> all = new ArrayList<>();
    for (String line : Files.readAllLines(directory().resolve(INDEX), StandardCharsets.UTF_8)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        all.add(new Example(row.group(1), row.group(2), row.group(3)));
      }
    }
    return all;
  }

  /** The files of findings that are there, below the directory. */
  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> directory().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Writes findings, in place of all that is there. */
  static void write(Map<Defect, Caught> caught) throws IOException {
    Map<String, Defect> chosen = new TreeMap<>();
    caught.forEach((defect, found) -> chosen.put(found.oracle(), defect));
    clear();
    List<String> rows = new ArrayList<>();
    Optional<String> example = Optional.empty();
    for (Map.Entry<String, Defect> each : chosen.entrySet()) {
      Caught found = caught.get(each.getValue());
      String name = each.getKey() + "/seed-" + found.seed() + ".yaml";
      Path file = directory().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, found.file(), StandardCharsets.UTF_8);
      rows.add(row(each.getValue(), found, name));
      String store = each.getValue().setting().store();
      String option = store.equals("memory") ? "" : " --store " + store;
      example = example.or(() -> Optional.of(HEAD.formatted(name, found.seed(), option)));
    }
    Files.writeString(
        directory().resolve(INDEX),
        example.orElseThrow() + String.join("\n", rows) + "\n",
        StandardCharsets.UTF_8);
  }

  private static int size(Caught found) {
    return found.shrunk().orElse(found.steps());
  }

  private static String row(Defect defect, Caught found, String name) {
    return "| "
        + found.oracle()
        + " "
        + DefectPage.row(defect)
        + " | "
        + found.steps()
        + " | "
        + size(found)
        + " | ["
        + name.substring(name.indexOf('/') + 1)
        + "]("
        + name
        + ") |";
  }

  private static void clear() throws IOException {
    Files.createDirectories(directory());
    try (Stream<Path> files = Files.walk(directory())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(directory())) {
          Files.delete(file);
        }
      }
    }
  }
}
