package dev.meshsim.report.html;

import tools.jackson.databind.node.JsonNodeFactory;

/** Texts of the pages that more than one class makes. */
final class Strings {

  private Strings() {}

  /** A text in quotation marks, as JSON has it. */
  static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }

  /** The size of a folded text: octets if it is base64url, otherwise characters. */
  static String size(String text) {
    boolean binary =
        text.chars()
            .allMatch(
                c ->
                    (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
    return binary ? text.length() * 3L / 4 + " octets" : text.length() + " characters";
  }

  /** A text cut after {@code most} characters, with three dots if it was. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}
