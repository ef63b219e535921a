package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time and the octets of a record are checked, and the report names the record. */
class RecordTimeTest {

  private static final String ADDED = "\"2017-06-26T16:50:20Z\"";

  private static LogVerdict with(String old, String now) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    String text = log.add("SignedDeviceProfile", log.device("desktop")).octets().utf8();
    assertTrue(text.contains(old));
    return Verdicts.verdict(Bytes.utf8(text.replace(old, now)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2017-06-26T18:50:20+02:00\"",
        "\"2017-06-26T24:00:00Z\"",
        "\"2017-06-26T16:50:60Z\"",
        "\"2017-06-26T16:50:20.Z\"",
        "\"-0001-06-26T16:50:20Z\"",
        "\"\"",
        "7",
        "null"
      })
  void otherTimesAreReported(String time) {
    LogVerdict verdict = with(ADDED, time);
    Verdicts.fails(ProblemKind.UNREADABLE, verdict);
    assertEquals(2, verdict.problems().get(0).record());
    assertTrue(verdict.problems().get(0).detail().startsWith("the member Added: "));
    assertEquals(1, verdict.signatures().verified());
  }

  @Test
  void missingTimeIsReported() {
    LogVerdict verdict = with("\"Added\": " + ADDED + ",", "");
    Verdicts.fails(ProblemKind.UNREADABLE, verdict);
    assertEquals("the member Added is missing", verdict.problems().get(0).detail());
    assertFalse(with(ADDED, "\"2017-06-26T16:50:20.5Z\"").failed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1a1", "eda080", "f4908080", "f888808080", "fe", "80"})
  void malformedOctetsAreReportedWithTheirPlace(String hex) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    String text = log.add("SignedDeviceProfile", log.device("desktop")).octets().hex();
    String key = Bytes.utf8("\"PrimaryKey\": \"").hex();
    LogVerdict verdict = Verdicts.verdict(Bytes.hex(text.replace(key, key + hex)));
    Verdicts.fails(ProblemKind.UNREADABLE, verdict);
    assertEquals(1, verdict.unreadable());
    assertEquals(2, verdict.problems().get(0).record());
    String detail = verdict.problems().get(0).detail();
    assertTrue(detail.startsWith("the text is not UTF-8: "), detail);
    assertTrue(detail.contains(" at line 4, column "), detail);
  }
}
