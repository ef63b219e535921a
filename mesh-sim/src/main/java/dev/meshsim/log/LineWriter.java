package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes the lines of a {@code .jlog}: one JSON object each, members in schema order, no spaces. A
 * line without its line feed is the content of the record's leaf in the log's tree, in every store.
 */
@API(status = API.Status.INTERNAL)
public final class LineWriter {

  private static final byte[] START = ascii("{\"DataItem\":{\"TransactionID\":\"TID:");
  private static final byte[] PRIOR = ascii(",\"PriorTransactionID\":\"TID:");
  private static final byte[] PENDING = ascii(",\"Pending\":true");
  private static final byte[] COMMIT = ascii(",\"Commit\":true");
  private static final byte[] END = ascii("}}\n");
  private static final byte[] QUOTE = ascii("\"");
  private static final int MARKS_ROOM = 160;

  private LineWriter() {}

  /** The first line of a log. */
  public static byte[] header(LogName log) {
    return new OctetBuffer(128)
        .ascii("{\"Header\":{\"Type\":\"Data\",\"Content\":")
        .string(log.content())
        .ascii(",\"Comment\":")
        .string(log.comment())
        .raw(END)
        .toArray();
  }

  /**
   * The parts of a record's line that do not depend on its number.
   *
   * @param key from after the number to before the prior record
   * @param rest from the action to the text
   */
  public record Parts(Change change, byte[] key, byte[] rest) {}

  /**
   * Writes the parts of a line.
   *
   * @throws PortalStoreException {@code log.bad-change} if the line would be longer than any reader
   *     accepts
   */
  public static Parts parts(Change change) {
    byte[] key =
        new OctetBuffer(64).ascii("\",\"PrimaryKey\":").string(change.primaryKey()).toArray();
    byte[] text = change.text() == null ? null : change.text().toArray();
    OctetBuffer rest =
        new OctetBuffer(128 + (text == null ? 0 : text.length + text.length / 8))
            .ascii(",\"Action\":\"")
            .ascii(name(change.action()))
            .ascii("\",\"Added\":\"")
            .ascii(change.added().toString())
            .ascii("\"");
    terms(rest, change.keys());
    if (text != null) {
      rest.ascii(",\"Text\":").string(text);
    }
    if (key.length + rest.size() > JsonLimits.DOCUMENT_OCTETS - MARKS_ROOM) {
      throw PortalStoreException.badChange(
          "the record would have " + rest.size() + " octets, more than a reader of JSON accepts",
          "publish a smaller object");
    }
    return new Parts(change, key, rest.toArray());
  }

  private static void terms(OctetBuffer out, List<IndexTerm> terms) {
    out.ascii(",\"Keys\":[");
    boolean first = true;
    for (IndexTerm term : terms) {
      out.ascii(first ? "{\"IndexTerm\":{\"Type\":" : ",{\"IndexTerm\":{\"Type\":")
          .string(term.type())
          .ascii(",\"Term\":")
          .string(term.term())
          .ascii("}}");
      first = false;
    }
    out.ascii("]");
  }

  /** Adds a whole line to {@code out}. */
  public static void line(
      OctetBuffer out, Parts parts, long number, long prior, boolean pending, boolean commit) {
    out.raw(START).number(number).raw(parts.key());
    if (prior > 0) {
      out.raw(PRIOR).number(prior).raw(QUOTE);
    }
    out.raw(parts.rest());
    if (pending) {
      out.raw(PENDING);
    }
    if (commit) {
      out.raw(COMMIT);
    }
    out.raw(END);
  }

  /** The octets of a record as a line has them, without the line feed. */
  public static Bytes record(LogName log, DataItem item) {
    Change change =
        new Change(log, item.action(), item.primaryKey(), item.keys(), item.text(), item.added());
    String prior = item.priorTransactionId();
    return record(
        parts(change),
        item.number(),
        prior == null ? 0 : DataItem.numberOf(prior),
        item.pending(),
        item.commit());
  }

  /** The octets of a record as a line has them, without the line feed; {@code prior} 0 for none. */
  public static Bytes record(
      Parts parts, long number, long prior, boolean pending, boolean commit) {
    OctetBuffer line = new OctetBuffer(MARKS_ROOM + parts.key().length + parts.rest().length);
    line(line, parts, number, prior, pending, commit);
    return Bytes.of(line.copy(0, line.size() - 1));
  }

  /** The name of an action in a line. */
  public static String name(Action action) {
    return switch (action) {
      case NEW -> "New";
      case UPDATE -> "Update";
      case DELETE -> "Delete";
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
