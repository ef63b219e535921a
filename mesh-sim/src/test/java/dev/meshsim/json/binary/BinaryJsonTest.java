package dev.meshsim.json.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonException.Code;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.TokenScan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two readers and writers: what is lossless, what is refused, where, and in what bounds. */
class BinaryJsonTest {

  private record Thing(@JsonProperty("Name") String name, @JsonProperty("payload") Bytes payload) {}

  private static Bytes hex(String octets) {
    return Bytes.hex(octets.replace(" ", ""));
  }

  private static String json(Encoding encoding, Bytes octets) {
    return BinaryJson.toJson(encoding, octets).utf8();
  }

  private static JsonException refused(Encoding encoding, Bytes octets) {
    return assertThrows(JsonException.class, () -> BinaryJson.readTree(encoding, octets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[[],{},[[]],{\"a\":{}},0]",
        "{\"a\":1,\"b\":{\"c\":[1,2,{\"d\":null}],\"e\":true},\"f\":false}",
        "[0,-0,1,-1,255,256,-255,-256,65535,65536,4294967295,4294967296]",
        "[9223372036854775807,-9223372036854775808,9223372036854775808,18446744073709551615]",
        "[18446744073709551616,-18446744073709551616,1234567890123456789012345678901234567890]",
        "[1.5,1.50,0.1,-0.0,-0.5,1e400,1E5,1.0E10,2.5e-3,3.141592653589793,100.0]",
        "[\"\",\"a\",\"\u00e9\u4e2d\ud83d\ude00\",\"\\\"\\\\\\n\\u0001\"]",
        "{\"payload\":\"\",\"protected\":\"AQID\",\"tag\":\"AQ\"}",
        "{\"payload\":\"AR\",\"protected\":\"a b\",\"tag\":\"AQ==\",\"iv\":7,\"aad\":[\"AQID\"]}",
        "{\"x\":\"AQID\"}"
      })
  void jsonComesBackOctetForOctet(String text) {
    Bytes json = Bytes.utf8(text);
    for (Encoding encoding : List.of(Encoding.JSON_B, Encoding.JSON_C)) {
      Bytes octets = BinaryJson.fromJson(encoding, json);
      assertEquals(text, json(encoding, octets));
      assertEquals(text, BinaryJson.readTree(encoding, octets).toString());
      assertEquals(json, BinaryJson.toJson(Encoding.JSON, json));
    }
    // Each encoding contains the one before it.
    Bytes binary = BinaryJson.fromJson(Encoding.JSON_B, json);
    assertEquals(text, json(Encoding.JSON_C, binary));
    assertEquals(text, json(Encoding.JSON_B, json));
    assertEquals(text, json(Encoding.JSON_C, json));
    int parts = TokenScan.count(json);
    if (binary.length() > parts && parts > 0) {
      BinaryJson.requireAtMost(parts, Encoding.JSON_B, binary);
      assertThrows(
          JsonException.class, () -> BinaryJson.requireAtMost(parts - 1, Encoding.JSON_B, binary));
    }
  }

  /** The octets are written out, so that a change of the writer is seen. */
  @Test
  void theWriterTakesTheFewestOctets() {
    Bytes json = Bytes.utf8("{\"a\":{\"b\":1},\"payload\":\"AQID\",\"c\":[300,-1,1.25]}");
    assertEquals(
        hex(
            "7b 800161 7b 800162 a001 7d 2c 80077061796c6f6164 8803010203"
                + "800163 5b a1012c a801 923ff4000000000000 5d 7d"),
        BinaryJson.fromJson(Encoding.JSON_B, json));
    int code = Dictionary.MESH.size();
    assertTrue(code < 256);
    String of = Bytes.of((byte) code).hex();
    assertEquals(
        hex(
            "d000000000 14"
                + Dictionary.MESH.fingerprint().hex()
                + "5b 7b c8"
                + of
                + "800a6162636465666768696a b0 7d"
                + ("2c 7b c0" + of + "b0 7d").repeat(5)
                + "2c c001 5d"),
        BinaryJson.fromJson(
            Encoding.JSON_C,
            Bytes.utf8("[" + "{\"abcdefghij\":true},".repeat(6) + "\"payload\"]")));
    // The dictionary would cost more than it saves.
    Bytes small = Bytes.utf8("{\"payload\":\"\"}");
    assertEquals(
        BinaryJson.fromJson(Encoding.JSON_B, small), BinaryJson.fromJson(Encoding.JSON_C, small));
  }

  @Test
  void octetsAreDataAndTextsAreStrings() {
    Thing thing = new Thing("x", hex("00ff"));
    for (Encoding encoding : Encoding.values()) {
      Bytes written = BinaryJson.writeTagged(encoding, "Thing", thing);
      Bytes untagged =
          BinaryJson.fromJson(encoding, Bytes.utf8("{\"Name\":\"x\",\"payload\":\"AP8\"}"));
      assertEquals(thing, BinaryJson.read(encoding, untagged, Thing.class));
      assertEquals("{\"Thing\":{\"Name\":\"x\",\"payload\":\"AP8\"}}", json(encoding, written));
    }
    // Base64url is read too, since JSON is JSON-B; data where the schema has a text is not.
    assertEquals(
        thing,
        BinaryJson.read(
            Encoding.JSON_B, Bytes.utf8("{\"Name\":\"x\",\"payload\":\"AP8\"}"), Thing.class));
    JsonException e =
        assertThrows(
            JsonException.class,
            () -> BinaryJson.read(Encoding.JSON_B, hex("7b 80044e616d65 880178 7d"), Thing.class));
    assertEquals(Code.SHAPE, e.errorCode());
    assertTrue(e.problem().contains("binary data") && e.problem().contains(" at octet "));
  }

  @Test
  void chunksAreJoined() {
    assertEquals("\"Hello\"", json(Encoding.JSON_B, hex("84024865 8500026c6c 80016f")));
    // A character of two octets, one in each chunk.
    assertEquals("\"\u00e9\"", json(Encoding.JSON_B, hex("8401c3 8001a9")));
    assertEquals("\"AQID\"", json(Encoding.JSON_B, hex("8c0101 8c00 88020203")));
    assertEquals("{\"ab\":null}", json(Encoding.JSON_B, hex("7b 840161 800162 b2 7d")));
  }

  @ParameterizedTest
  @CsvSource({
    // Lengths that lie.
    "83 8000000000000000 61, BAD_LENGTH, 1",
    "83 7fffffffffffffff 61, BAD_LENGTH, 1",
    "83 ffffffffffffffff 61, BAD_LENGTH, 1",
    "82 80000000 61, BAD_LENGTH, 1",
    "82 ffffffff 61, BAD_LENGTH, 1",
    "80 05 61626364, BAD_LENGTH, 1",
    "8b 8000000000000000, BAD_LENGTH, 1",
    "84 01 61 80 ff, BAD_LENGTH, 4",
    "a7 ffff 01, BAD_LENGTH, 1",
    "7b 87 ffffffffffffffff, BAD_LENGTH, 2",
    // Tags of JSON-D, of frames, of JSON-C, and of nothing.
    "90 0000, UNKNOWN_TAG, 0",
    "91 00000000, UNKNOWN_TAG, 0",
    "93, UNKNOWN_TAG, 0",
    "98 00, UNKNOWN_TAG, 0",
    "a4 00000000000000000000000000000000, UNKNOWN_TAG, 0",
    "a6, UNKNOWN_TAG, 0",
    "ac, UNKNOWN_TAG, 0",
    "b3, UNKNOWN_TAG, 0",
    "c0 00, UNKNOWN_TAG, 0",
    "c4 00 80 00, UNKNOWN_TAG, 0",
    "d0 00, UNKNOWN_TAG, 0",
    "f0 00, UNKNOWN_TAG, 0",
    "ff, UNKNOWN_TAG, 0",
    "7b a001 b0 7d, UNKNOWN_TAG, 1",
    "7b 8801 61 b0 7d, UNKNOWN_TAG, 1",
    // Chunks that do not end, or end as something else.
    "84 01 61, MALFORMED, 3",
    "84 01 61 88 00, MALFORMED, 3",
    "8c 01 61 80 00, MALFORMED, 3",
    "8c 01 61 84 00, MALFORMED, 3",
    // Commas and colons.
    "5b b0 2c b0 5d, MALFORMED, 2",
    "5b 2c b0 5d, MALFORMED, 1",
    "5b 7b7d 2c 5d, MALFORMED, 4",
    "5b 312032 5d, MALFORMED, 3",
    "7b 800161 3a b0 7d, UNKNOWN_TAG, 4",
    "7b 226122 b0 7d, MALFORMED, 1",
    // Brackets, ends, leftovers.
    "5b 7d, MALFORMED, 1",
    "7b 5d, MALFORMED, 1",
    "5b, MALFORMED, 1",
    "7b 800161 7d, UNKNOWN_TAG, 4",
    "b0 b0, MALFORMED, 1",
    "7b7d 00, MALFORMED, 2",
    "92 7ff0000000000000, MALFORMED, 0",
    "92 fff8000000000000, MALFORMED, 0",
    "92 3ff0, MALFORMED, 3",
    // Not UTF-8: an overlong form, a surrogate, a cut character.
    "80 02 c080, NOT_UTF8, 2",
    "80 03 eda080, NOT_UTF8, 2",
    "80 01 c3, NOT_UTF8, 2",
    "7b 8001 ff b0 7d, NOT_UTF8, 3",
    // The same name twice, in either form.
    "7b 800161 b0 800161 b0 7d, DUPLICATE_MEMBER, 5",
    "7b 800161 b0 226122 3a 31 7d, DUPLICATE_MEMBER, 5",
    // Text as JSON has it, and no other.
    "7b 80 01 61 2b31 7d, UNKNOWN_TAG, 4",
    "5b 3031 5d, MALFORMED, 1",
    "5b 22615c71 22 5d, MALFORMED, 1",
    "5b 7472756c 5d, MALFORMED, 1",
    "22 5c7564383030 22, MALFORMED, 0"
  })
  void badOctetsAreRefusedWhereTheyAre(String octets, Code code, int place) {
    JsonException e = refused(Encoding.JSON_B, hex(octets));
    assertEquals(code, e.errorCode(), e.problem());
    assertEquals(" at octet " + place, e.position(), e.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "c0 20, BAD_CODE, 0",
    "5b c8 20 80 00 c8 20 80 00 5d, BAD_CODE, 5",
    "c4 20 80 00 c4 20 80 00 5b 5d, BAD_CODE, 4",
    "c4 20 a0 01 5b 5d, BAD_CODE, 2",
    "c4 20 c0 20 5b 5d, BAD_CODE, 2",
    "c8 20, MALFORMED, 2",
    "c4 21 80 00 b0, MALFORMED, 4",
    "7b c4 21 80 00 c0 21 b0 7d, UNKNOWN_TAG, 1",
    "7b c8 21 88 00 b0 7d, BAD_CODE, 1",
    "cc 20 80 00 5b 5d, UNKNOWN_TAG, 0",
    "c3 00, UNKNOWN_TAG, 0",
    "d0 00000000 00 5b 5d, BAD_CODE, 0",
    "d0 00000000 ff 5b 5d, BAD_LENGTH, 5",
    "d0 00000000 01 00 5b 5d, BAD_CODE, 0"
  })
  void badCodesAreRefusedWhereTheyAre(String octets, Code code, int place) {
    JsonException e = refused(Encoding.JSON_C, hex(octets));
    assertEquals(code, e.errorCode(), e.problem());
    assertEquals(" at octet " + place, e.position(), e.problem());
  }

  @Test
  void aDictionaryIsInsertedOnceAndNowhereElse() {
    String insert = "14" + Dictionary.MESH.fingerprint().hex();
    String open = "d0 00000000" + insert;
    assertEquals("[\"payload\"]", json(Encoding.JSON_C, hex(open + "5b c0 01 5d")));
    assertEquals(Code.BAD_CODE, refused(Encoding.JSON_C, hex(open + open + "5b5d")).errorCode());
    assertEquals(
        Code.BAD_CODE, refused(Encoding.JSON_C, hex("c4058000" + open + "5b5d")).errorCode());
    assertEquals(Code.BAD_CODE, refused(Encoding.JSON_C, hex(open + "5b c8058000 5d")).errorCode());
    // Codes are unsigned: the last one is 2^32 - 1, and a dictionary there has no more.
    assertEquals(
        "[\"JoseWebSignature\"]",
        json(Encoding.JSON_C, hex("d0 ffffffff" + insert + "5b c2 ffffffff 5d")));
  }

  @Test
  void depthIsBounded() {
    String open = "5b".repeat(JsonLimits.DEPTH);
    String close = "5d".repeat(JsonLimits.DEPTH);
    BinaryJson.readTree(Encoding.JSON_B, hex(open + close));
    assertEquals(Code.LIMIT, refused(Encoding.JSON_B, hex(open + "5b5d" + close)).errorCode());
    assertEquals(
        Code.LIMIT, refused(Encoding.JSON_B, Bytes.hex("5b".repeat(1_000_000))).errorCode());
  }

  @Test
  void sizesAreBounded() {
    Bytes large = Bytes.of(new byte[JsonLimits.DOCUMENT_OCTETS + 1]);
    assertEquals(Code.LIMIT, refused(Encoding.JSON_B, large).errorCode());
    String name = "61".repeat(JsonLimits.NAME_CHARS);
    BinaryJson.readTree(Encoding.JSON_B, hex("7b 810100" + name + "b0 7d"));
    assertEquals(
        Code.LIMIT, refused(Encoding.JSON_B, hex("7b 810101" + name + "61 b0 7d")).errorCode());
    assertEquals(
        Code.LIMIT, refused(Encoding.JSON_B, hex("a7 ffff" + "ff".repeat(65_535))).errorCode());
    assertEquals(
        Code.LIMIT, refused(Encoding.JSON_B, hex("a7 0011" + "ff".repeat(17) + "")).errorCode());
  }

  /** A million uses of a code for 64 KiB would be 64 GiB of text. */
  @Test
  void codesDoNotMultiplyADocument() {
    String defined = "5b c8 00 81 ffff" + "61".repeat(65_535);
    Bytes bomb = hex(defined + "c0 00".repeat(100_000) + "5d");
    assertEquals(Code.LIMIT, refused(Encoding.JSON_C, bomb).errorCode());
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= CodeTable.MOST; i++) {
      many.append(String.format("c6%08x8000", i));
    }
    assertEquals(Code.LIMIT, refused(Encoding.JSON_C, hex(many + "5b5d")).errorCode());
  }
}
