package dev.meshsim.scenario.run;

import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.Scenario;
import java.util.List;
import java.util.OptionalInt;

/**
 * A scenario to run, under the name it has in the run.
 *
 * @param name unique in the run: the path of its file below the directory that was named, without
 *     extension; or the file's base name if the file was named itself
 * @param scenario what to run; its own name, from which its world is derived, is the base name, so
 *     that its messages do not depend on the directory that was named
 * @param line the line that selects this case alone; empty if it is the only one of its file
 * @param tags the words by which it can be chosen
 * @param needs the words of the things that it needs of its surroundings
 */
public record Case(
    String name, Scenario scenario, OptionalInt line, List<String> tags, List<String> needs) {

  /** Copies the lists. */
  public Case {
    tags = List.copyOf(tags);
    needs = List.copyOf(needs);
  }

  /** The cases of a file; none if it has problems. */
  static List<Case> of(String name, List<Scenario> scenarios) {
    return scenarios.stream()
        .map(
            each ->
                new Case(
                    each.withRow(name),
                    each,
                    each.row().isPresent() ? OptionalInt.of(each.line()) : OptionalInt.empty(),
                    each.tags(),
                    each.needs().stream().map(Need::word).toList()))
        .toList();
  }

  /** The file as the user named it. */
  public String file() {
    return scenario.file();
  }
}
