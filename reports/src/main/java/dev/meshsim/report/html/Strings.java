package dev.meshsim.report.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Texts of the pages that more than one class makes. */
final class Strings {

  private static final int UNITS = 2;

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

  /** A duration in its two largest units, {@code 8 days 3 s}. */
  static String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toDaysPart(), duration.toDaysPart() == 1 ? " day" : " days");
    add(parts, duration.toHoursPart(), " h");
    add(parts, duration.toMinutesPart(), " min");
    add(parts, duration.toSecondsPart(), " s");
    return parts.isEmpty()
        ? "0 s"
        : String.join(" ", parts.subList(0, Math.min(UNITS, parts.size())));
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number != 0) {
      parts.add(number + unit);
    }
  }

  /** A text cut after {@code most} characters, with three dots if it was. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}
