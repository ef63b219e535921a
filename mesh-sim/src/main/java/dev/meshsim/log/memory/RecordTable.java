package dev.meshsim.log.memory;

import dev.meshsim.log.Action;
import dev.meshsim.log.LogName;
import java.time.Instant;

/**
 * The table of all records: 32 octets for each, without its text. Records are numbered from 1 in
 * the order of commits, over both logs. Guarded by the lock of {@link LogIndex}.
 */
public final class RecordTable {

  private int last;
  private final IntColumn offsetHigh = new IntColumn();
  private final IntColumn offsetLow = new IntColumn();
  private final IntColumn addedHigh = new IntColumn();
  private final IntColumn addedLow = new IntColumn();
  private final IntColumn length = new IntColumn();
  private final IntColumn key = new IntColumn();
  private final IntColumn prior = new IntColumn();
  private final IntColumn kind = new IntColumn();

  /** The number of the latest record, 0 if there is none. */
  public int last() {
    return last;
  }

  /** Adds the record after {@link #last()}. */
  int add(LogName log, Action action, int keyId, int priorNumber, long addedMillis) {
    int number = Math.addExact(last, 1);
    addedHigh.set(number, (int) (addedMillis >> Integer.SIZE));
    addedLow.set(number, (int) addedMillis);
    key.set(number, keyId);
    prior.set(number, priorNumber);
    kind.set(number, log.ordinal() << 4 | action.ordinal());
    last = number;
    return number;
  }

  public void place(int number, long atOffset, int octets) {
    offsetHigh.set(number, (int) (atOffset >> Integer.SIZE));
    offsetLow.set(number, (int) atOffset);
    length.set(number, octets);
  }

  public LogName log(int number) {
    return kind.get(number) >> 4 == 0 ? LogName.MESH : LogName.PORTAL;
  }

  boolean live(int number) {
    return (kind.get(number) & 0xf) != Action.DELETE.ordinal();
  }

  /** The key's number within its log. */
  int key(int number) {
    return key.get(number);
  }

  /** The record of the same key before this one, 0 if there is none. */
  public int prior(int number) {
    return prior.get(number);
  }

  Instant added(int number) {
    return Instant.ofEpochMilli(join(addedHigh, addedLow, number));
  }

  /** The offset of the record's line in its file. */
  public long offset(int number) {
    return join(offsetHigh, offsetLow, number);
  }

  /** The octets of the record's line, with its line feed. */
  public int length(int number) {
    return length.get(number);
  }

  private static long join(IntColumn high, IntColumn low, int number) {
    return (long) high.get(number) << Integer.SIZE | Integer.toUnsignedLong(low.get(number));
  }
}
