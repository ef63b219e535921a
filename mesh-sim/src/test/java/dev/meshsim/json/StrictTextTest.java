package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both readers decide about UTF-8 on the octets, before any parser. */
class StrictTextTest {

  private static final List<Function<Bytes, Object>> READERS =
      List.of(
          MeshJson::readTree,
          TolerantJson::read,
          text -> MeshJson.read(text, Object.class),
          text -> MeshJson.readTagged(text, Object.class, java.util.Map.of("Get", Object.class)),
          text -> MeshJson.parser(text.toArray(), 0, text.length()));

  private static Bytes get(String hex) {
    return Bytes.hex(
        Bytes.utf8("{\"Get\":{\"Account\":\"").hex() + hex + Bytes.utf8("lice\"}}").hex());
  }

  private static void refused(Bytes text, JsonException.Code code, String problem) {
    for (Function<Bytes, Object> reader : READERS) {
      JsonException e = assertThrows(JsonException.class, () -> reader.apply(text));
      assertEquals(code, e.errorCode());
      assertTrue(e.problem().startsWith(problem), e::problem);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c1a1, an overlong form",
    "e081a1, an overlong form",
    "eda081, a surrogate",
    "f4908080, a character above U+10FFFF",
    "f888808080, an octet that UTF-8 never has",
    "80, a continuation octet without a first one",
    "e9, a character that is cut off"
  })
  void malformedOctetsAreRefusedWithTheirPlace(String hex, String what) {
    refused(
        get(hex),
        JsonException.Code.NOT_UTF8,
        "the text is not UTF-8: " + what + " at line 1, column 20");
  }

  @Test
  void malformedOctetsInNamesAndBetweenTokensAreRefused() {
    Bytes name = Bytes.hex(Bytes.utf8("{\"").hex() + "c1a1" + Bytes.utf8("\":1}").hex());
    refused(name, JsonException.Code.NOT_UTF8, "the text is not UTF-8: an overlong form");
    Bytes after = Bytes.hex(Bytes.utf8("{}\n").hex() + "ff");
    refused(
        after,
        JsonException.Code.NOT_UTF8,
        "the text is not UTF-8: an octet that UTF-8 never has at line 2, column 1");
  }

  @Test
  void byteOrderMarkIsRefused() {
    refused(
        Bytes.utf8("\ufeff{\"Get\":{}}"),
        JsonException.Code.NOT_UTF8,
        "the text begins with a byte order mark at line 1, column 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsOfUnicodeAreRefused(String name) {
    for (String text : List.of("{\"Get\":{}}", "\ufeff{\"Get\":{}}", "[1]")) {
      refused(
          Bytes.of(text.getBytes(Charset.forName(name))),
          JsonException.Code.NOT_UTF8,
          "the text is UTF-16 or UTF-32, not UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\ud83dx", "\\\\\\uDBFF\\n"})
  void escapeOfHalfAPairIsRefused(String escapes) {
    refused(
        get(Bytes.utf8(escapes).hex()),
        JsonException.Code.MALFORMED,
        "the escape of half a surrogate pair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "\\\\ud800", "\\u00e9", "\u00e9\ud83d\ude00", "\\/"})
  void wholeCharactersAreRead(String characters) {
    Bytes text = get(Bytes.utf8(characters).hex());
    assertEquals(MeshJson.readTree(text), TolerantJson.read(text));
  }

  @Test
  void decodedTextHasNoHalfPair() {
    assertThrows(JsonException.class, () -> TolerantJson.read("\"\ud800\""));
    assertThrows(JsonException.class, () -> TolerantJson.read("\"\\ud800\""));
    assertThrows(JsonException.class, () -> TolerantJson.read("\ud800"));
    assertEquals("\ud83d\ude00", TolerantJson.read("\"\ud83d\ude00\"").stringValue());
  }

  @Test
  void longAsciiTextWithOneBadOctetIsRefused() {
    byte[] text = ("\"" + "a".repeat(100) + "\"").getBytes(StandardCharsets.US_ASCII);
    for (int i = 2; i <= 100; i++) {
      byte[] bad = text.clone();
      bad[i] = (byte) 0xfe;
      refused(Bytes.of(bad), JsonException.Code.NOT_UTF8, "the text is not UTF-8");
    }
  }
}
