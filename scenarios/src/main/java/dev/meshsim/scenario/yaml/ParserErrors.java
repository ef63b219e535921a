package dev.meshsim.scenario.yaml;

import dev.meshsim.error.Quote;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Turns every exception of the YAML parser into a {@link YamlException} with its place. */
final class ParserErrors {

  private static final Pattern VERSION =
      Pattern.compile("^%YAML[ \\t]+0*([0-9]+)\\.0*([0-9]+)", Pattern.MULTILINE);

  private final String file;
  private final String text;

  /** Translates for a file with this text. */
  ParserErrors(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * The failure for an exception of the parser.
   *
   * @param reached the place that the parser had read up to, for exceptions without one
   */
  YamlException of(RuntimeException e, Place reached) {
    if (e instanceof YamlException known) {
      return known;
    } else if (e instanceof MarkedYamlEngineException marked) {
      return marked(marked);
    } else if (e instanceof ReaderException character) {
      return character(character);
    } else if (e instanceof YamlVersionException version) {
      return version(version.getSpecVersion());
    }
    // The parser has faults of its own: an escape above U+7FFFFFFF is a NumberFormatException.
    return new YamlException(
        reached,
        YamlException.Code.SYNTAX,
        e instanceof YamlEngineException
            ? "not YAML: " + Quote.line(String.valueOf(e.getMessage()))
            : "not YAML: the parser cannot read this line (" + e.getClass().getSimpleName() + ")",
        "compare this line and the next with docs/scenarios.md");
  }

  private YamlException marked(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    String problem = Quote.line(String.valueOf(e.getProblem()));
    if (problem.contains("(TAB)")) {
      return new YamlException(
          placeOf(file, mark),
          YamlException.Code.SYNTAX,
          "not YAML: a tab indents nothing; it may only separate a value from what is before it",
          "indent this line with spaces");
    }
    return new YamlException(
        placeOf(file, mark),
        YamlException.Code.SYNTAX,
        "not YAML: " + problem,
        "check the indentation, the colons and the quotes here and on the line above");
  }

  private YamlException character(ReaderException e) {
    int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), codePoints()));
    return new YamlException(
        Utf8Text.endOf(file, text.substring(0, end)),
        YamlException.Code.SYNTAX,
        String.format(
            Locale.ROOT, "a character that YAML does not allow: U+%04X", e.getCodePoint()),
        "remove it, or write it as an escape in double quotes");
  }

  private int codePoints() {
    return text.codePointCount(0, text.length());
  }

  private YamlException version(SpecVersion version) {
    String written = version.getMajor() + "." + version.getMinor();
    Matcher directive = VERSION.matcher(text);
    int at = 0;
    while (directive.find()) {
      if (written.equals(directive.group(1) + "." + directive.group(2))) {
        at = directive.start();
        break;
      }
    }
    return new YamlException(
        Utf8Text.endOf(file, text.substring(0, at)),
        YamlException.Code.SYNTAX,
        "the file says that it is YAML " + written + "; a scenario is YAML 1.2",
        "remove the line %YAML, or write %YAML 1.2");
  }

  static Place placeOf(String file, Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }
}
