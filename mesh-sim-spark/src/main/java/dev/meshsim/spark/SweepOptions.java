package dev.meshsim.spark;

import dev.meshsim.cli.simulate.DrawnOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** The options of a command line that say what a simulation draws from. */
final class SweepOptions {

  private SweepOptions() {}

  /** The options of {@link DrawnOptions} among the arguments, with their values, as written. */
  static List<String> drawn(List<String> arguments) {
    Set<String> names =
        new TreeSet<>(CommandSpec.forAnnotatedObject(new DrawnOptions()).optionsMap().keySet());
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (names.contains(argument) && i + 1 < arguments.size()) {
        drawn.add(argument);
        drawn.add(arguments.get(++i));
      } else if (names.contains(argument.split("=", 2)[0])) {
        drawn.add(argument);
      }
    }
    return List.copyOf(drawn);
  }
}
