package dev.meshsim.report.document.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A placeholder, {@code <?mesh secret:json update.shown part=/PasswordProfile?>}.
 *
 * @param form its first word
 * @param secret true if {@code secret:} stands before the form
 * @param words the words after it that are no options
 * @param options the options by name
 * @param place where it begins
 * @param alone true if nothing else is on its lines
 */
public record Directive(
    Form form,
    boolean secret,
    List<Word> words,
    Map<String, Word> options,
    TemplatePlace place,
    boolean alone) {

  /**
   * A word or the value of an option.
   *
   * @param place where it is
   */
  public record Word(String text, TemplatePlace place) {}

  /** Copies the collections. */
  public Directive {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /** The value of an option. */
  public Optional<Word> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** True if an option has the value {@code yes}. */
  public boolean flag(String name) {
    return option(name).map(Word::text).filter("yes"::equals).isPresent();
  }
}
