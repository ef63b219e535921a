package dev.meshsim.json.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of jsonbcd-16 sections 4.1 and 5.1, and what replaces those that contradict it. */
class DraftExamplesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "A0 2A | 42",
        "A1 00 2A | 42",
        "A2 00 00 00 2A | 42",
        "A3 00 00 00 00 00 00 00 2A | 42",
        "80 05 48 65 6c 6c 6f | \"Hello\"",
        "81 00 05 48 65 6c 6c 6f | \"Hello\"",
        "84 05 48 65 6c 6c 6f 80 00 | \"Hello\"",
        "92 3f f0 00 00 00 00 00 00 | 1.0",
        "92 40 24 00 00 00 00 00 00 | 10.0",
        "92 40 09 21 fb 54 44 2e ea | 3.14159265359",
        "92 bf f0 00 00 00 00 00 00 | -1.0",
        "B0 | true",
        "B1 | false",
        "B2 | null"
      })
  void aValueOfJsonB(String octets, String json) {
    assertEquals(json, json(Encoding.JSON_B, octets));
    assertEquals(json, json(Encoding.JSON_C, octets));
  }

  /** The example has the tag A5 and the magnitude 0x42; table 2 has A7, and 42 is 0x2A. */
  @Test
  void theBignumHasTheTagOfTheTable() {
    assertEquals("42", json(Encoding.JSON_B, "A7 00 01 2A"));
    JsonException e = assertThrows(JsonException.class, () -> json(Encoding.JSON_B, "A5 00 01 42"));
    assertEquals(Code.UNKNOWN_TAG, e.errorCode());
  }

  @Test
  void codesOfJsonC() {
    String defined = "C8 20 80 05 48 65 6c 6c 6f";
    assertEquals("\"Hello\"", json(Encoding.JSON_C, defined));
    assertEquals("[\"Hello\",\"Hello\"]", json(Encoding.JSON_C, "5B" + defined + "C0 20 5D"));
    assertEquals("[\"Hello\",\"Hello\"]", json(Encoding.JSON_C, "5B" + defined + "C1 00 20 5D"));
    assertEquals("[\"Hello\"]", json(Encoding.JSON_C, "C4 21 80 05 48 65 6c 6c 6f 5B C0 21 5D"));
  }

  /** The example has a length of two octets; table 3 has one. Its fingerprint is of nothing. */
  @Test
  void aDictionaryByItsFingerprint() {
    Bytes fingerprint = Dictionary.MESH.fingerprint();
    assertEquals(20, fingerprint.length());
    assertEquals(
        "{\"payload\":\"signatures\"}",
        json(Encoding.JSON_C, "D0 00 00 01 00 14" + fingerprint.hex() + "7B C1 01 01 C1 01 02 7D"));
    JsonException e =
        assertThrows(
            JsonException.class,
            () ->
                json(
                    Encoding.JSON_C,
                    "D0 00 00 01 00 20"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        + "7B 7D"));
    assertEquals(Code.BAD_CODE, e.errorCode());
    assertTrue(e.problem().contains("no dictionary"), e.problem());
  }

  private static String json(Encoding encoding, String octets) {
    return BinaryJson.toJson(encoding, Bytes.hex(octets.replace(" ", ""))).utf8();
  }
}
