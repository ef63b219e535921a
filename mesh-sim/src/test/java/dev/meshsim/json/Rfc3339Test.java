package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  record Timed(@JsonProperty("Added") Instant added) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-04-04T00:00:00Z",
        "2019-04-04T23:59:59.9Z",
        "2020-02-29T00:00:00.123456789Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z"
      })
  void timesAsWrittenAreRead(String text) {
    assertEquals(Instant.parse(text), Rfc3339.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-04-04T24:00:00Z",
        "2019-04-04T00:00:00.Z",
        "2019-04-04T00:00:00.1234567890Z",
        "-0001-04-04T00:00:00Z",
        "+10000-04-04T00:00:00Z",
        "10000-04-04T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "2019-04-04T12:30:60Z",
        "2019-04-04T00:60:00Z",
        "2019-02-29T00:00:00Z",
        "2019-04-04T02:00:00+02:00",
        "2019-04-04T00:00:00+00:00",
        "2019-04-04t00:00:00z",
        "2019-04-04 00:00:00Z",
        "2019-04-04T00:00Z",
        "2019-04-04T00:00:00",
        "\u0662\u0660\u0661\u0669-04-04T00:00:00Z",
        "2019-04-04T00:00:00Z ",
        ""
      })
  void otherTimesAreRefused(String text) {
    assertThrows(DateTimeException.class, () -> Rfc3339.parse(text));
    Bytes json = Bytes.utf8("{\"Added\":\"" + text + "\"}");
    JsonException e = assertThrows(JsonException.class, () -> MeshJson.read(json, Timed.class));
    assertTrue(e.problem().startsWith("the member Added: "), e::problem);
  }

  @Test
  void leapSecondIsNamed() {
    DateTimeException e =
        assertThrows(DateTimeException.class, () -> Rfc3339.parse("2016-12-31T23:59:60Z"));
    assertEquals("a leap second cannot be kept; write second 59", e.getMessage());
  }
}
