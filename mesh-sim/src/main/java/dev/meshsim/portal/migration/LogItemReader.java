package dev.meshsim.portal.migration;

import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.Frames;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.Rfc3339;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.log.Action;
import dev.meshsim.log.LogName;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the records of one log to be imported. Anything else in it is noted and skipped. */
final class LogItemReader {

  private final String file;
  private final Frames frames;
  private final BiConsumer<String, String> notes;
  private @Nullable LogName log;
  private Instant latest = Instant.EPOCH;
  private boolean foreign;
  private boolean timeless;

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param file the file's name, for messages
   * @param notes receives the place of each thing that is skipped, and the reason
   * @throws IOException if the stream does
   */
  LogItemReader(String file, InputStream in, BiConsumer<String, String> notes) throws IOException {
    this.file = file;
    this.frames = Frames.of(in);
    this.notes = notes;
  }

  /** The next record, or null at the end. */
  @Nullable LogItem next() throws IOException {
    Frame frame = frames.next();
    while (frame != null) {
      LogItem item = item(frame);
      if (item != null) {
        return item;
      }
      frame = frames.next();
    }
    return null;
  }

  private @Nullable LogItem item(Frame frame) {
    String place = file + ": record " + frame.number();
    Frame.Fault fault = frame.fault();
    if (fault != null) {
      notes.accept(place, fault.description());
      return null;
    }
    try {
      JsonNode record = TolerantJson.read(frame.octets());
      if (record.has("Header")) {
        header(place, record.path("Header"));
        return null;
      }
      if (foreign) {
        return null;
      }
      if (!record.path("DataItem").isObject()) {
        notes.accept(place, "the record is neither a Header nor a DataItem");
        return null;
      }
      return item(frame.number(), place, record.path("DataItem"));
    } catch (JsonException e) {
      notes.accept(place, e.problem());
      return null;
    }
  }

  /**
   * Reads a header. The reference kept other services' stores in files of this form, too; their
   * records are skipped.
   */
  private void header(String place, JsonNode header) {
    String content = header.path("Content").asString("");
    log = null;
    for (LogName name : LogName.values()) {
      if (name.content().equals(content)) {
        log = name;
      }
    }
    foreign = log == null && !content.isEmpty();
    if (foreign) {
      notes.accept(
          place,
          "its Content is "
              + content
              + ", which is not a portal's; the records after it are left out");
    }
  }

  private @Nullable LogItem item(long number, String place, JsonNode item) {
    String key = item.path("PrimaryKey").asString("");
    Action action = action(item.path("Action").asString(""));
    JsonNode text = item.path("Text");
    if (key.isEmpty() || action == null || (action != Action.DELETE && !text.isString())) {
      notes.accept(place, "the record lacks a PrimaryKey, a known Action or a Text");
      return null;
    }
    return new LogItem(
        file,
        number,
        log == null ? guess(key) : log,
        transaction(item.path("TransactionID").asString("")),
        action,
        key,
        added(place, item),
        action == Action.DELETE ? null : text.stringValue());
  }

  /** The action of this name: the schema's names, and those that the reference wrote. */
  private static @Nullable Action action(String name) {
    return switch (name) {
      case "New" -> Action.NEW;
      case "Update", "Modify" -> Action.UPDATE;
      case "Delete", "Drop" -> Action.DELETE;
      default -> null;
    };
  }

  private static LogName guess(String key) {
    boolean portal =
        key.startsWith("Account$")
            || key.startsWith("Pending-")
            || key.startsWith("Result-")
            || key.startsWith("Application-");
    return portal ? LogName.PORTAL : LogName.MESH;
  }

  private static long transaction(String identifier) {
    return identifier.matches("TID:[0-9]{1,18}") ? Long.parseLong(identifier.substring(4)) : 0;
  }

  /**
   * The time of a record. A container of 2018 has no times: its records get the latest before them.
   */
  private Instant added(String place, JsonNode item) {
    if (!item.has("Added")) {
      if (!timeless) {
        notes.accept(place, "records without a time get the time of the record before, " + latest);
      }
      timeless = true;
      return latest;
    }
    try {
      Instant added = Rfc3339.parse(item.path("Added").asString(""));
      latest = added.isAfter(latest) ? added : latest;
      return added;
    } catch (DateTimeException e) {
      notes.accept(place, "Added is not a time; " + latest + " is used instead");
      return latest;
    }
  }
}
