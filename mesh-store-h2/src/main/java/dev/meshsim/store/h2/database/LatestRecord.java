package dev.meshsim.store.h2.database;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import org.jspecify.annotations.Nullable;

/**
 * A cache entry: the latest record of a key.
 *
 * @param number its number
 * @param item the record, if it was read
 */
public record LatestRecord(long number, @Nullable DataItem item) {

  /** The approximate octets of a number with a key whose name has some forty characters. */
  private static final int NUMBER = 200;

  /** The approximate octets of a record without its names and its text. */
  private static final int RECORD = 250;

  /** The approximate octets of a further name without its characters. */
  private static final int TERM = 160;

  public LatestRecord(DataItem item) {
    this(item.number(), item);
  }

  /** The approximate octets of the entry in the heap, with its key. */
  long octets() {
    if (item == null) {
      return NUMBER;
    }
    long octets = NUMBER + RECORD;
    for (IndexTerm term : item.keys()) {
      octets += TERM + term.type().length() + term.term().length();
    }
    Bytes text = item.text();
    return octets + (text == null ? 0 : text.length());
  }
}
