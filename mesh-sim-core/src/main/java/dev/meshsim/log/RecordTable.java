package dev.meshsim.log;

import java.time.Instant;
import java.util.Arrays;

/**
 * What is known of every record without reading it: some 33 octets for each. Records are numbered
 * from 1 in the order of commits, over both logs. Guarded by the lock of {@link LogIndex}.
 */
final class RecordTable {

  private static final int FIRST_ROOM = 64;

  private int last;
  private long[] offset = new long[FIRST_ROOM];
  private long[] added = new long[FIRST_ROOM];
  private int[] length = new int[FIRST_ROOM];
  private int[] key = new int[FIRST_ROOM];
  private int[] prior = new int[FIRST_ROOM];
  private byte[] kind = new byte[FIRST_ROOM];

  /** The number of the latest record, 0 if there is none. */
  int last() {
    return last;
  }

  /** Adds the record after {@link #last()}. */
  int add(LogName log, Action action, int keyId, int priorNumber, long addedMillis) {
    int number = Math.addExact(last, 1);
    if (number == key.length) {
      grow(Math.addExact(number, number >> 1));
    }
    added[number] = addedMillis;
    key[number] = keyId;
    prior[number] = priorNumber;
    kind[number] = (byte) (log.ordinal() << 4 | action.ordinal());
    last = number;
    return number;
  }

  void place(int number, long atOffset, int octets) {
    offset[number] = atOffset;
    length[number] = octets;
  }

  LogName log(int number) {
    return kind[number] >> 4 == 0 ? LogName.MESH : LogName.PORTAL;
  }

  boolean live(int number) {
    return (kind[number] & 0xf) != Action.DELETE.ordinal();
  }

  /** The key's number within its log. */
  int key(int number) {
    return key[number];
  }

  /** The record of the same key before this one, 0 if there is none. */
  int prior(int number) {
    return prior[number];
  }

  Instant added(int number) {
    return Instant.ofEpochMilli(added[number]);
  }

  /** Where the record's line begins in its file. */
  long offset(int number) {
    return offset[number];
  }

  /** The octets of the record's line, with its line feed. */
  int length(int number) {
    return length[number];
  }

  private void grow(int room) {
    offset = Arrays.copyOf(offset, room);
    added = Arrays.copyOf(added, room);
    length = Arrays.copyOf(length, room);
    key = Arrays.copyOf(key, room);
    prior = Arrays.copyOf(prior, room);
    kind = Arrays.copyOf(kind, room);
  }
}
