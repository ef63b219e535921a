package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineScannerTest {

  private static final Change CHANGE =
      Change.update(
          LogName.MESH,
          "MAAA",
          List.of(new IndexTerm("t", "u"), new IndexTerm("v", "w")),
          Bytes.utf8("{\"a\":\"b\"}"),
          Instant.parse("2019-04-04T01:02:03.004Z"));

  @Test
  void whatTheStoreWritesIsWhatTheCodecWrites() {
    DataItem item = DataItem.of(5, "TID:4", CHANGE).marked(true, true);
    assertEquals(MeshJson.writeTagged(item), LineLaws.line(CHANGE, 5, 4, true, true));
  }

  @Test
  void theUsualLineIsReadTheFastWay() {
    DataItem item = DataItem.of(5, null, CHANGE);
    assertEquals(item, LineLaws.fast(LineLaws.line(CHANGE, 5, 0, false, false)));
    Change end = Change.delete(LogName.MESH, "MAAA", Instant.parse("2019-04-04T00:00:00Z"));
    assertNotNull(LineLaws.fast(LineLaws.line(end, 6, 5, false, false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"DataItem\":{\"TransactionID\":\"TID:01\",",
        "{\"DataItem\":{\"TransactionID\":\"TID:1234567890123456789\",",
        "{\"DataItem\":{\"TransactionID\":\"TID:\","
      })
  void oddNumbersAreLeftToTheStrictReader(String start) {
    String line = LineLaws.line(CHANGE, 5, 4, false, false).utf8();
    String odd = line.replace("{\"DataItem\":{\"TransactionID\":\"TID:5\",", start);
    assertNull(LineLaws.fast(Bytes.utf8(odd)));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"', 0",
    "'abc\"', 3",
    "'abcdefgh\"', 8",
    "'abcdefghijkl\\\"m\"', 15",
    "'\\u00e9\"', 6",
    "'\u20AC\"', 3",
    "'\uD83D\uDE00xx\"', 6",
    "'abc', -1",
    "'a\tb\"', -1",
    "'a\\xb\"', -1",
    "'a\\u00g0\"', -1",
    "'a\\', -1"
  })
  void aStringEndsAtItsQuoteOrIsBroken(String text, int end) {
    byte[] octets = Bytes.utf8(text).toArray();
    assertEquals(end, StringScan.end(octets, 0, octets.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c080", "e08080", "eda080", "f0808080", "f4908080", "ff", "80", "c3"})
  void octetsThatAreNotUtf8BreakAString(String hex) {
    byte[] octets = Bytes.hex(hex + "2020202020202022").toArray();
    assertEquals(StringScan.NONE, StringScan.end(octets, 0, octets.length));
  }
}
