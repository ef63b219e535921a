package dev.meshsim.json;

import dev.meshsim.error.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Describes texts that are not JSON or exceed a limit, by the beginnings of Jackson's messages. */
final class SyntaxErrors {

  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate Object property \"(.*)\".*", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)': .*", Pattern.DOTALL);
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.{1,2})' \\(code .*", Pattern.DOTALL);

  private SyntaxErrors() {}

  /** The message for a member that occurs twice, or an empty text for other failures. */
  static String duplicate(String message) {
    Matcher twice = DUPLICATE.matcher(message);
    return twice.matches() ? "the member " + Quote.brief(twice.group(1)) + " occurs twice" : "";
  }

  static String limit(String message) {
    if (message.contains("nesting depth")) {
      return "objects and lists are nested deeper than " + JsonLimits.DEPTH;
    }
    if (message.startsWith("Number value")) {
      return "a number has more than " + JsonLimits.NUMBER_CHARS + " characters";
    }
    if (message.startsWith("Name ")) {
      return "a member name has more than " + JsonLimits.NAME_CHARS + " characters";
    }
    return message.startsWith("Token count")
        ? "the text has more than " + JsonLimits.TOKENS + " values, names and brackets"
        : "the text exceeds a limit of size or depth";
  }

  static String describe(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end-of")) {
      return "the text ends before its value does";
    }
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      return Quote.text(token.group(1)) + " is not a JSON value";
    }
    if (message.contains("CTRL-CHAR")) {
      return message.contains("included in")
          ? "a control character in a string is not escaped"
          : "a control character is not expected";
    }
    if (message.contains("escape")) {
      return "a string has an unknown escape";
    }
    if (message.contains("umeric value") || message.contains("Leading zero")) {
      return "a number is not in the form of JSON";
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      return "the character " + Quote.text(character.group(1)) + " is not expected";
    }
    return message.startsWith("Unexpected close marker")
        ? "a closing bracket does not fit the opening one"
        : "the text is not JSON";
  }
}
