package dev.meshsim.udf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdfTest {

  private static final String MESH = "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";
  private static final String PORTAL = "MDDK7-N6A72-7AJZN-OSTRX-XKS7D-JAFXD";

  @Test
  void theGroupsShowTheFormat() {
    assertEquals(UdfFormat.MESH, Udf.parse(MESH).format());
    assertEquals(UdfFormat.PORTAL_2017, Udf.parse(PORTAL).format());
    assertEquals(MESH, Udf.parse(MESH).toString());
    assertEquals(140, Udf.parse(MESH).bits());
    assertEquals(150, Udf.parse(PORTAL).bits());
  }

  @ParameterizedTest
  @CsvSource({
    "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJA0, character 34",
    "MDDK-7N6A-727a-JZNO-STRX-XKS7-DJAF, character 14",
    "MDDK-7N6A727A-JZNO, character 10",
    "MDDK--7N6A, character 6",
    "MDDK7-N6A7-7AJZN, character 11",
    "MDDK-, character 5",
    "MDDKN6-727A, character 7",
    "MDDKN672, has none",
    "-MDDK-7N6A, character 1",
    "MDDK-7N6A-72 7, character 13",
  })
  void malformedTextsAreRefusedWithTheirPosition(String text, String place) {
    UdfException.Syntax e = assertThrows(UdfException.Syntax.class, () -> Udf.parse(text));
    assertEquals("udf.syntax", e.code());
    assertTrue(e.problem().contains(place), e.problem());
    assertFalse(e.problem().contains(text), "the text is not echoed");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 80, 99, 110, 125, 540})
  void aPrecisionThatTheFormatCannotWriteIsRefused(int bits) {
    Failing.with(
        UdfException.Code.PRECISION,
        () -> Udf.fingerprint(UdfFormat.MESH, ContentTypes.UDF, Bytes.EMPTY, bits));
  }

  @ParameterizedTest
  @EnumSource(UdfFormat.class)
  void aShorterFingerprintIsThePrefixOfALongerOne(UdfFormat format) {
    Bytes data = Bytes.utf8("data");
    Udf longer = Udf.fingerprint(format, ContentTypes.UDF, data, 200);
    Udf shorter = Udf.fingerprint(format, ContentTypes.UDF, data, 100);
    String shared = shorter.text().substring(0, shorter.text().length() - 2);
    assertTrue(longer.text().startsWith(shared));
    assertEquals(200, longer.bytes().length() * 8);
  }

  @Test
  void aPrefixMatchesInEitherCaseWithOrWithoutDashes() {
    Udf udf = Udf.parse(MESH);
    assertTrue(udf.matchesPrefix("MDDK-7N6A-727A"));
    assertTrue(udf.matchesPrefix("mddk7n6a-727"));
    assertTrue(udf.matchesPrefix(MESH));
    assertFalse(udf.matchesPrefix("MDDK-7N6A-727B"));
    assertFalse(udf.matchesPrefix(""));
    assertFalse(udf.matchesPrefix("--"));
    assertFalse(udf.matchesPrefix(MESH + "A"));
  }

  @Test
  void randomValuesDifferAndStartWithR() {
    var stream = World.seeded(1).stream("test", "udf");
    for (UdfFormat format : UdfFormat.values()) {
      Udf one = Udf.random(format, stream);
      Udf two = Udf.random(format, stream);
      assertNotEquals(one, two);
      assertTrue(one.text().startsWith("R"), one.text());
      assertEquals(136, one.bytes().at(0));
      assertEquals(format.defaultBits(), one.bits());
      assertEquals(one.text(), Udf.parse(one.text()).text());
    }
  }

  @Test
  void oneTextInTwoFormatsIsTwoValues() {
    Bytes data = Bytes.utf8("x");
    Udf quirk = Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.UDF, data, 200);
    Udf fixed = Udf.fingerprint(UdfFormat.PORTAL_FIXED, ContentTypes.UDF, data, 200);
    assertEquals(quirk.text(), fixed.text());
    assertNotEquals(quirk, fixed);
    assertTrue(quirk.compareTo(fixed) < 0);
    assertEquals(quirk, Udf.parse(quirk.text()));
    assertEquals(quirk.hashCode(), Udf.parse(quirk.text()).hashCode());
  }

  @Test
  void everyBitOfAnOctetStringSurvivesBase32() {
    var stream = World.seeded(2).stream("test", "base32");
    for (int length = 1; length < 70; length++) {
      byte[] octets = stream.bytes(length);
      String text = Base32.encode(octets, 4);
      byte[] values = new byte[text.length()];
      int count = 0;
      for (char c : text.replace("-", "").toCharArray()) {
        values[count++] = (byte) Base32.valueOf(c);
      }
      byte[] back = Base32.decode(values, count);
      assertEquals(Bytes.of(octets), Bytes.of(back, 0, length));
    }
  }
}
