package dev.meshsim.log.jlog;

import java.time.LocalDate;

/** Reads the times that a log writes, {@code 2019-04-04T00:00:00Z} or with milliseconds. */
final class TimeScan {

  /** The result for any other text. */
  static final long NONE = Long.MIN_VALUE;

  /** The octets of the longest such time. */
  static final int LONGEST = 24;

  private static final String SHAPE = "0000-00-00T00:00:00.000Z";
  private static final int[] DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int WHOLE_SECONDS = 20;
  private static final int MILLIS_DOT = 19;

  private TimeScan() {}

  /** Milliseconds since 1970, or {@link #NONE}. */
  static long millis(byte[] buffer, int from, int to) {
    int length = to - from;
    if ((length != LONGEST && length != WHOLE_SECONDS) || buffer[to - 1] != 'Z') {
      return NONE;
    }
    for (int i = 0; i < length - 1; i++) {
      char shape = SHAPE.charAt(i);
      int octet = buffer[from + i];
      if (shape == '0' ? octet < '0' || octet > '9' : octet != shape) {
        return NONE;
      }
    }
    int month = number(buffer, from + 5, 2);
    int day = number(buffer, from + 8, 2);
    int hour = number(buffer, from + 11, 2);
    int minute = number(buffer, from + 14, 2);
    int second = number(buffer, from + 17, 2);
    // Rare forms, the 29th of February among them, are left to the general parser.
    if (month < 1
        || month > 12
        || day < 1
        || day > DAYS[month]
        || hour > 23
        || minute > 59
        || second > 59) {
      return NONE;
    }
    int millis = length == LONGEST ? number(buffer, from + MILLIS_DOT + 1, 3) : 0;
    long days = LocalDate.of(number(buffer, from, 4), month, day).toEpochDay();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + millis;
  }

  private static int number(byte[] buffer, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + buffer[i] - '0';
    }
    return value;
  }
}
