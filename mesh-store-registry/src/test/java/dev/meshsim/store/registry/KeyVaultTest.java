package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The password file is read as an editor leaves it, and nothing else is taken for a password. */
class KeyVaultTest extends RegistryFixture {

  private String password() {
    return new String(read(layout().password()), StandardCharsets.US_ASCII).strip();
  }

  private void writePassword(String text) {
    write(layout().password(), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void everyLineEndOfAnEditorIsRead() {
    String content = filled();
    String password = password();
    for (String end : List.of("", "\n", "\r\n", "\r")) {
      writePassword(password + end);
      try (MachineStore store = open()) {
        assertEquals(content, LogicalContent.of(store));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u007f", "\u0000", "\u00e9"})
  void anOctetThatIsNotPrintableAsciiIsRefused(String octet) {
    open().close();
    String password = password();
    writePassword(password.substring(0, 20) + octet + password.substring(21) + "\n");
    refusedPassword();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "fortytwo"})
  void anotherLengthIsRefused(String text) {
    open().close();
    writePassword(text);
    refusedPassword();
  }

  @Test
  void oneCharacterTooFewOrTooManyIsRefused() {
    open().close();
    String password = password();
    writePassword(password.substring(1) + "\n");
    refusedPassword();
    writePassword(password + "A\n");
    refusedPassword();
  }

  private void refusedPassword() {
    var before = tree();
    RegistryStoreException e = assertThrows(RegistryStoreException.class, this::open);
    String place = layout().password().toString();
    assertTrue(e.problem().startsWith(place), e.getMessage());
    assertTrue(e.problem().contains("43 ASCII"), e.getMessage());
    assertEquals(before, tree());
  }
}
