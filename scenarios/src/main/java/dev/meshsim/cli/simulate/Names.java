package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import java.util.ArrayList;
import java.util.List;

/** Reads options that take {@code none}, {@code all}, or names with commas between them. */
final class Names {

  private Names() {}

  /**
   * The names that an option gives, in the order of {@code known}.
   *
   * @param what a name in the message: {@code fault}
   */
  static List<String> of(String option, String text, String what, List<String> known) {
    if (text.equals("none")) {
      return List.of();
    }
    if (text.equals("all")) {
      return known;
    }
    List<String> named = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      if (!known.contains(name)) {
        throw new InputException(
            option + ": there is no " + what + " " + Quote.text(name),
            DidYouMean.hint(name, known, "none, all, or some of: " + String.join(", ", known)));
      }
      named.add(name);
    }
    return known.stream().filter(named::contains).toList();
  }
}
