package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader of times gives what the slow one gives, or leaves the text to it. */
class TimeScanTest {

  private static long fast(String text) {
    byte[] octets = ("\"" + text + "\"").getBytes(StandardCharsets.ISO_8859_1);
    return TimeScan.millis(octets, 1, octets.length - 1);
  }

  private static long slow(String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      return TimeScan.NONE;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
        "2020-02-28T12:34:56Z",
        "2020-03-01T00:00:00Z",
        "1900-03-01T00:00:00.001Z"
      })
  void aUsualTimeIsReadTheFastWay(String text) {
    assertEquals(slow(text), fast(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-00-10T00:00:00Z",
        "2019-13-10T00:00:00Z",
        "2019-04-00T00:00:00Z",
        "2019-04-31T00:00:00Z",
        "2019-02-29T00:00:00Z",
        "2020-02-29T00:00:00Z",
        "2019-04-04T24:00:00Z",
        "2019-04-04T00:60:00Z",
        "2016-12-31T23:59:60Z",
        "2019-04-04t00:00:00Z",
        "2019-04-04T00:00:00z",
        "2019-04-04T00:00:00.00Z",
        "2019-04-04T00:00:00.0000Z",
        "2019-04-04T00:00:00,000Z",
        "2019-04-04T00:00:00+0Z",
        "+2019-4-04T00:00:00Z",
        "Z",
        ""
      })
  void whatIsRareOrWrongIsLeftToTheSlowReader(String text) {
    assertEquals(TimeScan.NONE, fast(text));
  }

  @Test
  void noChangedCharacterIsReadAsAnotherTime() {
    for (String time : new String[] {"2019-04-04T01:02:03Z", "2019-04-04T01:02:03.004Z"}) {
      for (int i = 0; i < time.length(); i++) {
        for (char c = ' '; c < 256; c++) {
          String changed = time.substring(0, i) + c + time.substring(i + 1);
          long found = fast(changed);
          if (found != TimeScan.NONE) {
            assertEquals(slow(changed), found, changed);
          }
        }
      }
    }
  }
}
