package dev.meshsim.portal.migration;

import dev.meshsim.log.Action;
import dev.meshsim.log.LogName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a log to be imported, not yet converted.
 *
 * @param file the file, as the user named it
 * @param record its number among the file's records, from 1
 * @param log which of the two logs it belongs to
 * @param number the number in its TransactionID, which need not be unique; 0 if there is none
 * @param action whether it creates, replaces or deletes its key
 * @param key its PrimaryKey
 * @param added when it was written
 * @param text the object's JSON; null for a Delete
 */
record LogItem(
    String file,
    long record,
    LogName log,
    long number,
    Action action,
    String key,
    Instant added,
    @Nullable String text) {

  /** The place of the record, for messages. */
  String place() {
    return file + ": record " + record;
  }
}
