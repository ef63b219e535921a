package dev.meshsim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of RFC 3629 on octets, with the decoder of the JDK as the measure. */
class Utf8Test {

  private static boolean isUtf8(byte[] octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void compare(byte[] octets) {
    int fault = Utf8.fault(octets, 0, octets.length);
    assertEquals(isUtf8(octets), fault == Utf8.NONE, () -> Bytes.of(octets).hex());
    if (fault != Utf8.NONE) {
      assertEquals(true, isUtf8(Arrays.copyOf(octets, fault)), () -> Bytes.of(octets).hex());
    }
  }

  @Test
  void everyPairOfOctetsIsJudgedAsTheDecoderDoes() {
    for (int first = 0; first < 256; first++) {
      compare(new byte[] {(byte) first});
      for (int second = 0; second < 256; second++) {
        compare(new byte[] {(byte) first, (byte) second});
        compare(new byte[] {(byte) first, (byte) second, (byte) 0x80});
        compare(new byte[] {(byte) first, (byte) second, (byte) 0x80, (byte) 0xbf});
        compare(new byte[] {(byte) first, (byte) second, (byte) 0xbf, 'a', 'b'});
      }
    }
  }

  @Test
  void faultIsFoundAtEveryPlaceInAsciiText() {
    for (int length = 1; length < 40; length++) {
      for (int at = 0; at < length; at++) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 'a');
        octets[at] = (byte) 0xc1;
        assertEquals(at, Utf8.fault(octets, 0, length));
        assertEquals(Utf8.NONE, Utf8.fault(octets, at + 1, length));
        assertEquals(Utf8.NONE, Utf8.fault(octets, 0, at));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c1a1, an overlong form",
    "e08080, an overlong form",
    "f0808080, an overlong form",
    "eda080, a surrogate",
    "f4908080, a character above U+10FFFF",
    "f5808080, a character above U+10FFFF",
    "f888808080, an octet that UTF-8 never has",
    "ff, an octet that UTF-8 never has",
    "80, a continuation octet without a first one",
    "e282, a character that is cut off",
    "c3, a character that is cut off"
  })
  void faultIsNamed(String hex, String what) {
    byte[] octets = Bytes.hex(hex).toArray();
    assertEquals(0, Utf8.fault(octets, 0, octets.length));
    assertEquals(what, Utf8.describe(octets, 0, octets.length));
  }
}
