package dev.meshsim.schema.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.schema.SchemaObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a file against the schema of a dialect. In {@code portal-2017} strings may have raw line
 * feeds, octets may be base64 of either alphabet, and members that only the reference's schema has
 * are accepted too.
 */
public final class SchemaCheck {

  private static final int LINE_FEED = '\n';

  /** An identifier in groups of five, as only the reference wrote it. */
  private static final Pattern GROUPS_OF_FIVE =
      Pattern.compile("\"([A-Z2-7]{5}-){5}[A-Z2-7]{5}\\\\?\"");

  private final Findings findings;
  private final ObjectCheck objects;
  private final boolean raw;
  private int texts;

  private SchemaCheck(Dialect dialect) {
    this.raw = dialect == Dialect.PORTAL_2017;
    this.findings = new Findings();
    this.objects = new ObjectCheck(dialect, findings, this::nested);
  }

  /** The dialect of a file: {@code portal-2017} if an identifier in it has groups of five. */
  public static Dialect dialectOf(Bytes text) {
    return GROUPS_OF_FIVE.matcher(text.utf8()).find() ? Dialect.PORTAL_2017 : Dialect.MESH;
  }

  /**
   * Checks a file with one value or, as a log has them, several.
   *
   * @param file its name, for the places of findings
   */
  public static CheckResult check(String file, Bytes text, Dialect dialect) {
    SchemaCheck check = new SchemaCheck(dialect);
    check.file(file, text);
    return check.findings.result(dialect, check.texts, check.objects.count());
  }

  /** Reads line by line while each is a whole value, so that a log may be of any length. */
  private void file(String file, Bytes text) {
    byte[] octets = text.toArray();
    int from = 0;
    int line = 1;
    while (from < octets.length) {
      int end = from;
      while (end < octets.length && octets[end] != LINE_FEED) {
        end++;
      }
      boolean whole = from < end && octets[from] == '{' && octets[end - 1] == '}';
      if (!whole && from < end) {
        read(file, line, Bytes.of(octets, from, octets.length));
        return;
      }
      if (whole) {
        read(file, line, Bytes.of(octets, from, end));
      }
      from = end + 1;
      line++;
    }
  }

  private void read(String file, int line, Bytes part) {
    Optional<JsonException> failed =
        new JsonValues(file, line)
            .read(
                part,
                raw,
                value -> {
                  texts++;
                  objects.tagged(value, objects.anyTag());
                });
    failed.ifPresent(e -> findings.unreadable(new TextPlace(file, line, 1), e));
  }

  /** Checks a text that is in another: a payload, or the text of a log record. */
  private void nested(TextPlace at, String text, Map<String, SchemaObject> expected) {
    String name = at.text() + ":" + at.line() + ":" + at.column();
    Optional<JsonException> failed =
        new JsonValues(name, 1)
            .read(Bytes.utf8(text), raw, value -> objects.tagged(value, expected));
    failed.ifPresent(e -> findings.unreadable(new TextPlace(name, 1, 1), e));
  }
}
