package dev.meshsim.report.document.template;

import java.util.List;

/**
 * An option of a form.
 *
 * @param name its name, before the equals sign
 * @param values the values that it takes; empty if it takes any text
 * @param meaning what it does, for the reference
 */
public record FormOption(String name, List<String> values, String meaning) {

  /** Copies the list. */
  public FormOption {
    values = List.copyOf(values);
  }

  static FormOption of(String name, String meaning) {
    return new FormOption(name, List.of(), meaning);
  }

  static FormOption oneOf(String name, List<String> values, String meaning) {
    return new FormOption(name, values, meaning);
  }

  static FormOption flag(String name, String meaning) {
    return new FormOption(name, List.of("yes", "no"), meaning);
  }
}
