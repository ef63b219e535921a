package dev.meshsim.reference;

import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.TolerantJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of a log (formats 6.1), or an object in a file of its own.
 *
 * @param number of its frame
 * @param tag {@code Header}, {@code DataItem} or another; empty if it could not be read
 * @param members the record's own
 * @param text the object that a DataItem carries, or the whole of another object; null if there is
 *     none or it could not be read
 * @param fault what keeps it from being read, or null
 */
record LogRecord(
    long number,
    String tag,
    ObjectNode members,
    @Nullable JsonNode text,
    Tally.@Nullable Finding fault) {

  static final String DATA_ITEM = "DataItem";
  private static final String TEXT = "Text";

  /** Reads a frame. */
  static LogRecord read(Frame frame, WorkMeter work) {
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    Frame.Fault fault = frame.fault();
    if (fault != null) {
      ProblemKind kind =
          fault == Frame.Fault.TRUNCATED ? ProblemKind.TRUNCATED : ProblemKind.UNREADABLE;
      return new LogRecord(
          frame.number(), "", none, null, finding(kind, fault.description(), frame));
    }
    try {
      work.octetsParsed.add(frame.octets().length());
      JsonNode tree = TolerantJson.read(frame.octets());
      String tag = Nodes.tag(tree);
      if (tag == null) {
        return new LogRecord(
            frame.number(),
            "",
            none,
            null,
            finding(ProblemKind.UNREADABLE, "it is no tagged object", frame));
      }
      return ofTag(frame, tag, (ObjectNode) tree.get(tag), tree, work);
    } catch (JsonException e) {
      return new LogRecord(
          frame.number(), "", none, null, finding(ProblemKind.UNREADABLE, e.problem(), frame));
    }
  }

  private static LogRecord ofTag(
      Frame frame, String tag, ObjectNode members, JsonNode tree, WorkMeter work) {
    if (!tag.equals(DATA_ITEM)) {
      JsonNode text = RecordStart.isRecord(tag) ? null : tree;
      return new LogRecord(frame.number(), tag, members, text, null);
    }
    JsonNode text = members.get(TEXT);
    if (text == null || text.isNull()) {
      return new LogRecord(frame.number(), tag, members, null, null);
    }
    if (!text.isString()) {
      return new LogRecord(
          frame.number(),
          tag,
          members,
          null,
          finding(ProblemKind.UNREADABLE, "its Text is no string", frame));
    }
    try {
      work.octetsParsed.add(text.stringValue().length());
      return new LogRecord(
          frame.number(), tag, members, TolerantJson.read(text.stringValue()), null);
    } catch (JsonException e) {
      return new LogRecord(
          frame.number(),
          tag,
          members,
          null,
          finding(ProblemKind.UNREADABLE, "its Text: " + e.problem(), frame));
    }
  }

  private static Tally.Finding finding(ProblemKind kind, String what, Frame frame) {
    return new Tally.Finding(
        kind,
        Quote.brief(what)
            + " (octets "
            + frame.offset()
            + " to "
            + (frame.offset() + frame.length())
            + ")");
  }

  boolean isDataItem() {
    return tag.equals(DATA_ITEM);
  }

  String primaryKey() {
    return Nodes.textOr(members, "PrimaryKey");
  }

  /** The tag of the object in it, or an empty string. */
  String objectTag() {
    String inner = text == null ? null : Nodes.tag(text);
    return inner == null ? "" : inner;
  }

  /** The number in the transaction identifier, or -1 if there is none. */
  long transaction() {
    String id = Nodes.textOr(members, "TransactionID");
    if (!id.matches("TID:[0-9]{1,18}")) {
      return -1;
    }
    return Long.parseLong(id.substring(id.indexOf(':') + 1));
  }
}
