package dev.meshsim.audit;

import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.Frames;
import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.LogRecord;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.LogSourceException;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A printer of logs: for each record its number, time, action, key, kind and signers and, on
 * request, its object as a tree with signed and encrypted objects unpacked. It does not verify, and
 * it never prints members of private keys.
 */
public final class LogShow {

  private static final String SIGNED_DATA = "SignedData";

  private final boolean full;
  private final Consumer<String> lines;
  private final VerifyMeter work = new VerifyMeter();

  private LogShow(boolean full, Consumer<String> lines) {
    this.full = full;
    this.lines = lines;
  }

  /**
   * Prints {@code source}.
   *
   * @param full true to print the objects too
   * @param lines receives each line, without a line feed
   * @return true if every record could be read
   * @throws LogSourceException if it cannot be opened or read
   */
  public static boolean show(LogSource source, boolean full, Consumer<String> lines) {
    LogShow show = new LogShow(full, lines);
    boolean whole = true;
    try (InputStream in = source.opener().open()) {
      Frames frames = Frames.of(in);
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        whole &= show.record(LogRecord.read(frame, show.work.octetsParsed::add));
      }
      return whole;
    } catch (IOException e) {
      throw new LogSourceException(source.name(), e);
    }
  }

  private boolean record(LogRecord record) {
    lines.accept(line(record));
    JsonNode text = record.text();
    if (full && text != null) {
      new ObjectTree(lines).print(text);
    }
    return record.fault() == null;
  }

  private static String line(LogRecord record) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%6d", record.number()));
    if (record.isDataItem()) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %-20s  %-6s  %s",
              Quote.brief(or(record, "Added")),
              Quote.brief(or(record, "Action")),
              Quote.brief(or(record, "PrimaryKey"))));
    } else if (!record.tag().isEmpty()) {
      line.append("  ").append(Quote.brief(record.tag()));
      String content = JsonMembers.text(record.members(), "Content");
      line.append(content == null ? "" : "  " + Quote.brief(content));
    }
    JsonNode text = record.text();
    if (text != null) {
      line.append(record.isDataItem() ? "  " + kind(record) : "").append(signers(text));
    }
    LogRecord.Fault fault = record.fault();
    if (fault != null) {
      line.append("  ").append(fault.kind().label()).append(": ").append(fault.detail());
    }
    return line.toString();
  }

  private static String or(LogRecord record, String member) {
    String value = JsonMembers.textOr(record.members(), member);
    return value.isEmpty() ? "-" : value;
  }

  private static String kind(LogRecord record) {
    return record.objectTag().isEmpty() ? "?" : Quote.brief(record.objectTag());
  }

  private static String signers(JsonNode text) {
    Set<String> signers = new LinkedHashSet<>();
    collect(text, signers);
    return signers.isEmpty() ? "" : "  signed by " + String.join(", ", signers);
  }

  /** Collects the key identifiers of the outermost signed objects. */
  private static void collect(JsonNode node, Set<String> signers) {
    if (node instanceof ObjectNode object) {
      ObjectNode data = JsonMembers.object(object, SIGNED_DATA);
      if (data != null && SignedForm.isSigned(data)) {
        SignedForm form = SignedForm.read(data, Generation.UNKNOWN).form();
        if (form == null) {
          signers.add("?");
        } else {
          form.kids().forEach(kid -> signers.add(Quote.brief(kid)));
        }
        return;
      }
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        collect(member.getValue(), signers);
      }
    } else if (node.isArray()) {
      for (JsonNode element : node) {
        collect(element, signers);
      }
    }
  }
}
