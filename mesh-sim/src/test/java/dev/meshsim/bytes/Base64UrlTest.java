package dev.meshsim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Base64url without padding (RFC 4648 section 5): every octet string has one text. */
class Base64UrlTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "QQ", "QUI", "QUJD", "QUJDRA", "_-8"})
  void aTextIsReadAndWrittenAgainAsItIs(String text) {
    assertEquals(text, Bytes.base64Url(text).base64Url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Q", "QR", "QUJ", "QUJDR", "QUJDRB", "QQ==", "QUI=", "Q+", "Q/", "Q\nQ", "QUJD "})
  void aTextWithSpareBitsPaddingOrOtherCharactersIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Bytes.base64Url(text));
  }
}
