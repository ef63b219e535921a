package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.RecordKind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the keys and of the defaults in them. */
class SubkeysTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "##", "#a", "a", "a#", "MAAA-BBBB"})
  void everyDefaultNameComesBackAndNoneIsWrittenEmpty(String name) {
    for (RecordKind kind : Subkeys.WITH_DEFAULT) {
      String text = Subkeys.defaultText(kind, name);
      assertFalse(text.isEmpty());
      assertEquals(name, Subkeys.defaultName(kind, text), kind + " " + text);
    }
  }

  @Test
  void everyKeyIsKnownInAnyCase() {
    for (String name : Subkeys.names()) {
      assertTrue(Subkeys.isName(name.toUpperCase(Locale.ROOT)), name);
    }
    assertTrue(Subkeys.isName("oBSOLETE"));
    assertFalse(Subkeys.isName("Obsolet"));
    assertFalse(Subkeys.isName(""));
  }

  @Test
  void everyKindWithAFileHasOneNamedForMessages() {
    assertEquals(
        Subkeys.WITH_FILE.size(),
        Subkeys.WITH_FILE.stream().map(Subkeys::fileOf).distinct().count());
    assertThrows(IllegalArgumentException.class, () -> Subkeys.fileOf(RecordKind.ACCOUNT));
    assertThrows(IllegalArgumentException.class, () -> Subkeys.of(RecordKind.DEFAULT));
  }
}
