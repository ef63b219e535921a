package dev.meshsim.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of an expectation: fixed words and at most one placeholder, {@code {n} devices}.
 *
 * @param template the words, the placeholder in braces: n, status, code, machine, text, or secret
 *     for a text that no report shows
 * @param meaning one phrase for the reference
 */
public record ExpectForm(String template, String meaning) {

  private static final String SECRET = "{secret}";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** The placeholder's name, if there is one. */
  public Optional<String> placeholder() {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** True if the value of the placeholder is shown nowhere, neither expected nor found. */
  public boolean isSecret() {
    return template.contains(SECRET);
  }

  /** The form with other words for its secret. */
  public String hiding(String words) {
    return template.replace(SECRET, words);
  }

  /** True if {@code text} has this form. */
  public boolean matches(String text) {
    return pattern().matcher(text).matches();
  }

  /** The value of the placeholder in {@code text}; empty if the form has none. */
  public String argumentOf(String text) {
    Matcher matcher = pattern().matcher(text);
    return matcher.matches() && matcher.groupCount() == 1 ? matcher.group(1) : "";
  }

  private Pattern pattern() {
    Matcher matcher = PLACEHOLDER.matcher(template);
    if (!matcher.find()) {
      return Pattern.compile(Pattern.quote(template));
    }
    String hole =
        switch (matcher.group(1)) {
          case "n" -> "(0|[1-9][0-9]{0,5})";
          case "status" -> "([2-5][0-9][0-9])";
          case "code" -> "([a-z0-9-]+(?:\\.[a-z0-9-]+){1,3})";
          case "machine" -> "([A-Za-z0-9_-]+)";
          default -> "(.+)";
        };
    return Pattern.compile(
        Pattern.quote(template.substring(0, matcher.start()))
            + hole
            + Pattern.quote(template.substring(matcher.end())));
  }
}
