package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.ErrorCode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantJsonTest {

  @Test
  void stringsMayContainControlCharacters() {
    String text = "{\n  \"payload\": \"\nab\u0000\tcd\"}";
    assertEquals(
        "\nab\u0000\tcd", TolerantJson.read(Bytes.utf8(text)).get("payload").stringValue());
    assertEquals("\nab\u0000\tcd", TolerantJson.read(text).get("payload").stringValue());
    assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.utf8(text)));
  }

  @Test
  void defectsAreReported() {
    assertEquals(Set.of(), noting("{\n\"a\\\"\\\\\":\t\"b\\n\"}\r\n"));
    assertEquals(
        EnumSet.of(Tolerance.RAW_CONTROL_CHARACTER), noting("{\"a\":\"\\\\\",\"b\":\"\n\"}"));
    assertEquals(EnumSet.of(Tolerance.RAW_CONTROL_CHARACTER), noting("{\"a\u001f\":1}"));
    assertThrows(JsonException.class, () -> noting("\uFEFF{}"));
  }

  private static Set<Tolerance> noting(String text) {
    return TolerantJson.readNoting(Bytes.utf8(text)).tolerances();
  }

  @Test
  void aMemberThatStandsTwiceIsAnErrorHereToo() {
    assertEquals(JsonException.Code.DUPLICATE_MEMBER, codeOf("{\"a\":{\"b\":\"\n\",\"b\":2}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":1",
        "{\"a\":1}}",
        "{} {}",
        "{'a':1}",
        "{a:1}",
        "[1,]",
        "[NaN]",
        "[01]",
        "{\"a\":1}//",
        "\"\\x\"",
        "{\"a\" 1}"
      })
  void otherDefectsAreRefused(String text) {
    JsonException tolerant =
        assertThrows(JsonException.class, () -> TolerantJson.read(Bytes.utf8(text)));
    JsonException decoded = assertThrows(JsonException.class, () -> TolerantJson.read(text));
    JsonException strict =
        assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.utf8(text)));
    assertEquals(strict.code(), tolerant.code());
    assertEquals(strict.code(), decoded.code());
  }

  @Test
  void anEmptyTextHoldsNoValue() {
    assertEquals(JsonException.Code.SHAPE, codeOf(""));
    assertEquals(JsonException.Code.SHAPE, codeOf(" \n"));
  }

  @Test
  void badUtf8IsRefused() {
    Bytes text = Bytes.of((byte) '"', (byte) 0xc3, (byte) '"');
    JsonException e = assertThrows(JsonException.class, () -> TolerantJson.read(text));
    assertEquals(JsonException.Code.NOT_UTF8, e.errorCode());
  }

  @Test
  void theLimitsAreThoseOfTheStrictReader() {
    assertEquals(JsonException.Code.LIMIT, codeOf("[".repeat(JsonLimits.DEPTH + 1)));
    assertEquals(JsonException.Code.LIMIT, codeOf("1".repeat(JsonLimits.NUMBER_CHARS + 1)));
    assertEquals(
        JsonException.Code.LIMIT, codeOf("{\"" + "a".repeat(JsonLimits.NAME_CHARS + 1) + "\":1}"));
    assertEquals(JsonException.Code.LIMIT, codeOf(" ".repeat(JsonLimits.DOCUMENT_OCTETS) + "1"));
    String nested = "[".repeat(JsonLimits.DEPTH) + "]".repeat(JsonLimits.DEPTH);
    assertEquals(nested, TolerantJson.read(nested).toString());
  }

  private static ErrorCode codeOf(String text) {
    JsonException decoded = assertThrows(JsonException.class, () -> TolerantJson.read(text));
    JsonException e = assertThrows(JsonException.class, () -> TolerantJson.read(Bytes.utf8(text)));
    assertEquals(e.code(), decoded.code());
    return e.errorCode();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "Zg, f",
    "Zm8, fo",
    "Zm9v, foo",
    "Zm9vYg, foob",
    "Zm9vYmE, fooba",
    "Zm9vYmFy, foobar"
  })
  void base64OfEveryLength(String text, String octets) {
    assertEquals(
        new TolerantBase64.Decoding(Bytes.utf8(octets), Set.of()),
        TolerantBase64.decodeNoting(text));
    assertEquals(Bytes.base64Url(text), TolerantBase64.decode(text));
  }

  @Test
  void base64OfEveryOctetInBothAlphabets() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String url = Bytes.of(all).base64Url();
    assertEquals(Bytes.of(all), TolerantBase64.decode(url));
    assertEquals(
        new TolerantBase64.Decoding(Bytes.of(all), EnumSet.of(Tolerance.BASE64_STANDARD_ALPHABET)),
        TolerantBase64.decodeNoting(url.replace('-', '+').replace('_', '/')));
  }

  @Test
  void base64WithDefectsDecodesAndTheyAreReported() {
    assertEquals(EnumSet.of(Tolerance.BASE64_WHITE_SPACE), fooBa("\nZm9v\r\n Ym\tE"));
    assertEquals(EnumSet.of(Tolerance.BASE64_PADDING), fooBa("Zm9vYmE="));
    assertEquals(EnumSet.of(Tolerance.BASE64_FOREIGN_CHARACTER), fooBa("Zm9v.Ym\u00e9\u4e00E"));
    assertEquals(EnumSet.of(Tolerance.BASE64_SPARE_BITS), fooBa("Zm9vYmF"));
  }

  private static Set<Tolerance> fooBa(String text) {
    TolerantBase64.Decoding decoding = TolerantBase64.decodeNoting(text);
    assertEquals("fooba", decoding.octets().utf8());
    return decoding.tolerances();
  }

  @Test
  void aSingleLastCharacterIsDropped() {
    TolerantBase64.Decoding decoding = TolerantBase64.decodeNoting("Zm9vA");
    assertEquals("foo", decoding.octets().utf8());
    assertEquals(EnumSet.of(Tolerance.BASE64_SPARE_BITS), decoding.tolerances());
  }

  @Test
  void base64IsBounded() {
    String tooLong = "A".repeat(JsonLimits.DOCUMENT_OCTETS + 1);
    JsonException e = assertThrows(JsonException.class, () -> TolerantBase64.decode(tooLong));
    assertEquals(JsonException.Code.LIMIT, e.errorCode());
    assertEquals(
        JsonLimits.DOCUMENT_OCTETS / 4 * 3, TolerantBase64.decode(tooLong.substring(1)).length());
  }
}
