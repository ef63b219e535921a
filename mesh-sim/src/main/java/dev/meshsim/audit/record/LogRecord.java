package dev.meshsim.audit.record;

import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.TolerantJson;
import java.util.function.LongConsumer;
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
public record LogRecord(
    long number, String tag, ObjectNode members, @Nullable JsonNode text, @Nullable Fault fault) {

  /**
   * What keeps a record from being read.
   *
   * @param detail one line, with the octets that the record takes up
   */
  public record Fault(ProblemKind kind, String detail) {}

  static final String DATA_ITEM = "DataItem";
  private static final String TEXT = "Text";

  /**
   * Reads a frame.
   *
   * @param parsed is given the number of octets of each text that is parsed
   */
  public static LogRecord read(Frame frame, LongConsumer parsed) {
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    Frame.Fault fault = frame.fault();
    if (fault != null) {
      ProblemKind kind =
          fault == Frame.Fault.TRUNCATED ? ProblemKind.TRUNCATED : ProblemKind.UNREADABLE;
      return new LogRecord(frame.number(), "", none, null, fault(kind, fault.description(), frame));
    }
    try {
      parsed.accept(frame.octets().length());
      JsonNode tree = TolerantJson.read(frame.octets());
      String tag = JsonMembers.tag(tree);
      if (tag == null) {
        return new LogRecord(
            frame.number(),
            "",
            none,
            null,
            fault(ProblemKind.UNREADABLE, "it is no tagged object", frame));
      }
      return ofTag(frame, tag, (ObjectNode) tree.get(tag), tree, parsed);
    } catch (JsonException e) {
      return new LogRecord(
          frame.number(), "", none, null, fault(ProblemKind.UNREADABLE, e.problem(), frame));
    }
  }

  private static LogRecord ofTag(
      Frame frame, String tag, ObjectNode members, JsonNode tree, LongConsumer parsed) {
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
          fault(ProblemKind.UNREADABLE, "its Text is no string", frame));
    }
    try {
      parsed.accept(text.stringValue().length());
      return new LogRecord(
          frame.number(), tag, members, TolerantJson.read(text.stringValue()), null);
    } catch (JsonException e) {
      return new LogRecord(
          frame.number(),
          tag,
          members,
          null,
          fault(ProblemKind.UNREADABLE, "its Text: " + e.problem(), frame));
    }
  }

  private static Fault fault(ProblemKind kind, String what, Frame frame) {
    return new Fault(
        kind,
        Quote.brief(what)
            + " (octets "
            + frame.offset()
            + " to "
            + (frame.offset() + frame.length())
            + ")");
  }

  public boolean isDataItem() {
    return tag.equals(DATA_ITEM);
  }

  public String primaryKey() {
    return JsonMembers.textOr(members, "PrimaryKey");
  }

  /** The tag of the object in it, or an empty string. */
  public String objectTag() {
    String inner = text == null ? null : JsonMembers.tag(text);
    return inner == null ? "" : inner;
  }

  /** The number in the transaction identifier, or -1 if there is none. */
  public long transaction() {
    String id = JsonMembers.textOr(members, "TransactionID");
    if (!id.matches("TID:[0-9]{1,18}")) {
      return -1;
    }
    return Long.parseLong(id.substring(id.indexOf(':') + 1));
  }
}
