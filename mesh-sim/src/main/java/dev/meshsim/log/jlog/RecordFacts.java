package dev.meshsim.log.jlog;

import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import java.util.List;

/**
 * The index entries of one record.
 *
 * @param log the log it is in
 * @param number its number
 * @param key its primary key
 * @param prior the record of the same key that it names as the one before, 0 if none
 * @param action the action on the key
 * @param addedMillis the time, milliseconds since 1970
 * @param terms its further names
 * @param pending whether it counts only with all before it
 * @param commit whether it ends a transaction
 * @param line the number of its line in the file, the header's being 1
 * @param offset the beginning of its line, in octets
 * @param length the octets of its line, with the line feed
 */
record RecordFacts(
    LogName log,
    long number,
    String key,
    long prior,
    Action action,
    long addedMillis,
    List<IndexTerm> terms,
    boolean pending,
    boolean commit,
    long line,
    long offset,
    int length) {

  static RecordFacts of(LogName log, DataItem item, long line, long offset, int length) {
    String prior = item.priorTransactionId();
    return new RecordFacts(
        log,
        item.number(),
        item.primaryKey(),
        prior == null ? 0 : DataItem.numberOf(prior),
        item.action(),
        item.added().toEpochMilli(),
        item.keys(),
        item.pending(),
        item.commit(),
        line,
        offset,
        length);
  }
}
