package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value's octets as text and number, as other programs write them too. */
class RegistryValueTest {

  private static RegistryValue value(int type, String hex) {
    return new RegistryValue("v", type, Bytes.hex(hex), FileLine.NONE);
  }

  private static String refused(Runnable read) {
    return assertThrows(RegistryException.class, read::run).problem();
  }

  @Test
  void aTextWithoutItsFinalNulIsReadWhole() {
    assertEquals("AB", value(1, "41004200").text());
    assertEquals("AB", value(1, "410042000000").text());
    assertEquals("", value(1, "").text());
    assertEquals("", value(1, "0000").text());
  }

  @Test
  void onlyTheLastNulIsTakenOff() {
    assertTrue(refused(() -> value(1, "41000000" + "0000").text()).contains("NUL"));
    assertTrue(refused(() -> value(1, "4100" + "0000" + "4200").text()).contains("NUL"));
  }

  @Test
  void halfACharacterIsRefused() {
    assertTrue(refused(() -> value(1, "410042").text()).contains("UTF-16LE"));
    assertTrue(refused(() -> value(1, "00d8").text()).contains("UTF-16LE"));
  }

  @Test
  void aNumberHasFourOctets() {
    assertEquals(0xfffffffeL, value(4, "feffffff").number());
    assertTrue(refused(() -> value(4, "feffff").number()).contains("3 octets"));
    assertTrue(refused(() -> value(4, "feffffff00").number()).contains("5 octets"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, REG_NONE",
    "11, REG_QWORD",
    "12, type 0xc",
    "-1, type 0xffffffff",
    "-65527, type 0xffff0009"
  })
  void everyTypeHasANameInMessages(int type, String name) {
    assertEquals(name, ValueType.name(type));
    assertTrue(refused(() -> value(type, "00").text()).contains(name));
  }
}
