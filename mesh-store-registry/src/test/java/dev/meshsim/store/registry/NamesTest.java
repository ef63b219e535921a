package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.HostileNames;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.NameOrder;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.store.registry.hive.RegistryValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are compared as Windows compares them, and no account is taken for another. */
class NamesTest {

  @Test
  void caseIsFoldedOneUnitAtATimeAndInNoLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertTrue(NameOrder.same("istanbul", "ISTANBUL"));
      assertFalse(NameOrder.same("\u0131stanbul", "ISTANBUL"));
      assertFalse(NameOrder.same("\u0130stanbul", "istanbul"));
    } finally {
      Locale.setDefault(before);
    }
    assertTrue(NameOrder.same("\u00e9\u0434\u03c3", "\u00c9\u0414\u03a3"));
    assertFalse(NameOrder.same("stra\u00dfe", "STRASSE"));
    assertFalse(NameOrder.same("\u017f", "S"));
    assertFalse(NameOrder.same("\u03c2", "\u03a3"));
    assertFalse(NameOrder.same("\ud801\udc28", "\ud801\udc00"));
    assertFalse(NameOrder.same("\u00e9", "e\u0301"));
  }

  @Test
  void aKeyFindsANameInAnyCaseAndKeepsItsSpelling() {
    RegistryKey key = new RegistryKey("k", FileLine.NONE);
    key.set(RegistryValue.text("Alice", "1"));
    key.set(RegistryValue.text("aLICE", "2"));
    assertEquals(1, key.values().size());
    assertEquals("Alice", key.value("ALICE").name());
    assertEquals("2", key.value("alice").text());
    assertNull(key.value("bob"));
    key.unset("alicE");
    assertTrue(key.values().isEmpty());
  }

  @Test
  void aCopyOfAKeyChangesOnItsOwn() {
    RegistryKey key = new RegistryKey("k", FileLine.NONE);
    key.make("inner", FileLine.NONE).set(RegistryValue.text("a", "1"));
    RegistryKey copy = key.copy();
    copy.key("inner").set(RegistryValue.text("a", "2"));
    copy.delete("INNER");
    assertEquals("1", key.key("inner").value("a").text());
  }

  @Test
  void canonicalAccountNamesAreWrittenAsTheyAre() {
    for (String name :
        new String[] {"alice@example.com", "caf\u00e9@xn--strae-oqa.com", "1+2%~@x"}) {
      assertEquals(name, AccountNames.encode(name));
    }
    assertEquals("#", AccountNames.encode(""));
    assertEquals("#0041lice#0023", AccountNames.encode("Alice#"));
  }

  static Set<String> hostileNames() {
    return new HashSet<>(HostileNames.all());
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void everyAccountNameComesBack(String name) {
    assertEquals(name, AccountNames.decode(AccountNames.encode(name)));
    assertFalse(AccountNames.encode(name).isEmpty());
  }

  @Test
  void noTwoAccountNamesAreOneValue() {
    Map<String, String> seen = new HashMap<>();
    for (int c = 0; c <= 0xffff; c++) {
      String name = String.valueOf((char) c);
      String encoded = AccountNames.encode(name);
      assertEquals(name, AccountNames.decode(encoded));
      assertNull(
          seen.put(NameOrder.of(encoded), name), () -> "U+" + Integer.toHexString(name.charAt(0)));
    }
  }

  @Test
  void aBareCapitalIsItsSmallLetter() {
    assertEquals("alice@example.com", AccountNames.decode("Alice@Example.COM"));
    assertEquals("Alice", AccountNames.decode("#0041LICE"));
    assertEquals("J", AccountNames.decode("#004A"));
    assertEquals("J", AccountNames.decode("#004a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"##", "#1", "#123", "a#12g4", "#-001"})
  void aBrokenEscapeIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> AccountNames.decode(name));
  }
}
