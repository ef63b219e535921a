package dev.meshsim.schema.check;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects findings, up to a limit. */
final class Findings {

  private static final Pattern POSITION = Pattern.compile(" at line (\\d+), column (\\d+)");

  private final List<Finding> listed = new ArrayList<>();
  private int more;

  void add(TextPlace place, String problem, String hint) {
    if (listed.size() < CheckResult.MOST) {
      listed.add(new Finding(place.toString(), problem, hint));
    } else {
      more++;
    }
  }

  /** A text that is not JSON: what was expected, without a word of the text. */
  void unreadable(TextPlace first, JsonException e) {
    Matcher position = POSITION.matcher(e.position());
    TextPlace place =
        position.find()
            ? new TextPlace(
                first.text(),
                first.line() + Integer.parseInt(position.group(1)) - 1,
                Integer.parseInt(position.group(2)))
            : first;
    add(place, e.errorCode().meaning().replaceFirst("\\.$", ""), e.hint());
  }

  CheckResult result(Dialect dialect, int texts, int objects) {
    return new CheckResult(dialect, texts, objects, listed, more);
  }
}
