package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader's escapes mean what the strict reader reads. */
class UnescapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain \u00e9\ud83d\ude00",
        "\\b\\f\\n\\r\\t\\/\\\\\\\"",
        "\\t\\tx\\r",
        "\\u0000\\u0041\\u007f\\u0080",
        "\\u00e9\\u07FF\\u0800\\uFFfd",
        "\\ud83d\\ude00",
        "x\\uD83D\\uDE00\\ud83d\\ude01y",
        "\\uffff\\\\ud83d",
        "\\ue000\\u0041",
        "\\u0041\\ud83d\\ude00"
      })
  void everyEscapeIsReadAsTheStrictReaderReadsIt(String inside) {
    byte[] line = Bytes.utf8("[\"" + inside + "\"]").toArray();
    String strict = MeshJson.readTree(Bytes.of(line)).get(0).stringValue();
    assertEquals(strict, Unescape.octets(line, 2, line.length - 2).utf8());
  }
}
