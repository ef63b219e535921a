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
 * A parsed record of a log, or an object in a file of its own.
 *
 * @param number the number of its frame, from 1
 * @param tag the record's tag, for example {@code DataItem}; empty if it could not be read
 * @param members the members of the record; empty if it could not be read
 * @param text the object in a DataItem's {@code Text}, or an object in a file of its own; null if
 *     absent or unreadable
 * @param fault the reason why it could not be read, or null
 */
public record LogRecord(
    long number, String tag, ObjectNode members, @Nullable JsonNode text, @Nullable Fault fault) {

  /**
   * A reason why a record cannot be read.
   *
   * @param detail one line, with the range of octets of the record
   */
  public record Fault(ProblemKind kind, String detail) {}

  static final String DATA_ITEM = "DataItem";
  private static final String TEXT = "Text";

  /**
   * Parses a frame; never fails, but reports a fault.
   *
   * @param parsed receives the length of each parsed text
   */
  public static LogRecord read(Frame frame, LongConsumer parsed) {
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    Frame.Fault fault = frame.fault();
    if (fault != null) {
      ProblemKind kind =
          switch (fault) {
            case TRUNCATED -> ProblemKind.TRUNCATED;
            case UNFINISHED -> ProblemKind.UNFINISHED;
            default -> ProblemKind.UNREADABLE;
          };
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
            fault(ProblemKind.UNREADABLE, "it is not a tagged object", frame));
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
          fault(ProblemKind.UNREADABLE, "its Text is not a string", frame));
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
        Quote.line(what)
            + " (octets "
            + frame.offset()
            + " to "
            + (frame.offset() + frame.length())
            + ")");
  }

  /** True for a record that carries an object. */
  public boolean isDataItem() {
    return tag.equals(DATA_ITEM);
  }

  /** The key of the record, or an empty string. */
  public String primaryKey() {
    return JsonMembers.textOr(members, "PrimaryKey");
  }

  /** The tag of the object in the record, or an empty string. */
  public String objectTag() {
    String inner = text == null ? null : JsonMembers.tag(text);
    return inner == null ? "" : inner;
  }

  /** The number in the transaction identifier {@code TID:n}, or -1 if there is no such number. */
  public long transaction() {
    String id = JsonMembers.textOr(members, "TransactionID");
    if (!id.matches("TID:[0-9]{1,18}")) {
      return -1;
    }
    return Long.parseLong(id.substring(id.indexOf(':') + 1));
  }
}
