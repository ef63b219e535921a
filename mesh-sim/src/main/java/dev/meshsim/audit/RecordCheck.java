package dev.meshsim.audit;

import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.LogRecord;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.error.Quote;
import dev.meshsim.json.Rfc3339;
import java.time.DateTimeException;
import tools.jackson.databind.JsonNode;

/** A check of one record and the object in it. Thread-safe. */
final class RecordCheck {

  private static final String PENDING = "Pending-";
  private static final String ADDED = "Added";

  /**
   * The result for a record.
   *
   * @param number the number of the record
   * @param unreadable true if it, or the object in it, could not be read
   * @param transaction the number in its transaction identifier, or -1
   * @param tally counts and problems
   */
  record Outcome(long number, boolean unreadable, long transaction, Tally tally) {}

  private final ObjectCheck objects;
  private final KnownSigners registry;
  private final VerifyMeter work;

  RecordCheck(ObjectCheck objects, KnownSigners registry, VerifyMeter work) {
    this.objects = objects;
    this.registry = registry;
    this.work = work;
  }

  Outcome check(Frame frame) {
    LogRecord record = LogRecord.read(frame, work.octetsParsed::add);
    JsonNode text = record.text();
    Tally tally = text == null ? new Tally() : objects.check(text);
    boolean unreadable = record.fault() != null;
    if (record.fault() != null) {
      tally.add(record.fault().kind(), record.fault().detail());
    } else if (record.isDataItem()) {
      names(record, tally);
    } else if (text != null && isNothing(tally)) {
      unreadable = true;
      tally.add(
          ProblemKind.UNKNOWN_RECORD, "a log has no records of kind " + Quote.brief(record.tag()));
    }
    ContainerDigests.check(record, tally);
    requests(record, tally);
    return new Outcome(record.number(), unreadable, record.transaction(), tally);
  }

  private static boolean isNothing(Tally tally) {
    return tally.generations().isEmpty() && tally.matched + tally.mismatched == 0;
  }

  /** Requires that the key of a record names the object in it. */
  private static void names(LogRecord record, Tally tally) {
    String key = record.primaryKey();
    if (key.isEmpty()) {
      tally.add(ProblemKind.UNREADABLE, "it has no PrimaryKey");
      return;
    }
    time(record, tally);
    JsonNode text = record.text();
    if (text == null && !JsonMembers.textOr(record.members(), "Action").equals("Delete")) {
      tally.add(ProblemKind.UNREADABLE, "it has no Text and its Action is not Delete");
    }
    String tag = record.objectTag();
    if (text == null || tag.isEmpty()) {
      return;
    }
    String name =
        switch (tag) {
          case "Account", "AccountProfile" -> account(text.get(tag), tally);
          default -> isEntry(tag) ? JsonMembers.textOr(text.get(tag), "Identifier") : "";
        };
    if (!name.isEmpty() && !key.equals(name) && !endsIn(key, name)) {
      tally.add(
          ProblemKind.IDENTIFIER_MISMATCH,
          "PrimaryKey " + Quote.brief(key) + " of a " + tag + " for " + Quote.brief(name));
    }
  }

  /** Requires the time of a record; only the records of containers have no time and no number. */
  private static void time(LogRecord record, Tally tally) {
    JsonNode added = record.members().get(ADDED);
    if (added == null) {
      if (record.members().has("TransactionID")) {
        tally.add(ProblemKind.UNREADABLE, "the member " + ADDED + " is missing");
      }
      return;
    }
    try {
      Rfc3339.parse(added.asString(""));
    } catch (DateTimeException e) {
      tally.add(ProblemKind.UNREADABLE, "the member " + ADDED + ": " + e.getMessage());
    }
  }

  private static String account(JsonNode account, Tally tally) {
    String name = JsonMembers.text(account, "Name");
    if (name != null) {
      tally.add(Generation.Y2015);
      return name;
    }
    return JsonMembers.textOr(account, "AccountID");
  }

  private static boolean isEntry(String tag) {
    return tag.startsWith("Signed") || tag.endsWith("EscrowEntry");
  }

  /** True for a prefixed name such as {@code Account$alice} or {@code Result-M...}. */
  private static boolean endsIn(String key, String name) {
    int before = key.length() - name.length() - 1;
    return before >= 0 && key.endsWith(name) && "$-=".indexOf(key.charAt(before)) >= 0;
  }

  private void requests(LogRecord record, Tally tally) {
    String key = record.primaryKey();
    if (key.startsWith(PENDING)) {
      String profile = key.substring(PENDING.length());
      tally.requests().forEach(device -> registry.addRequest(device, profile));
    }
  }
}
