package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.udf.Udf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {

  private static final Udf PROFILE = Udf.parse("MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF");

  @ParameterizedTest
  @ValueSource(ints = {0, '\t', '\n', 0x7f, 0x85, 0xd800, 0xdfff, 0xfdd0, 0xfffe, 0xffff, 0x1ffff})
  void aNameThatSomePlaceCannotHoldIsRefused(int codePoint) {
    String name = "a" + Character.toString(codePoint) + "b";
    for (RecordKind kind : RecordKind.values()) {
      assertThrows(IllegalArgumentException.class, () -> new RecordKey(kind, name));
    }
    assertThrows(IllegalArgumentException.class, () -> new MachineRecord.Account(name, PROFILE));
    assertThrows(
        IllegalArgumentException.class, () -> new MachineRecord.Default(RecordKind.ACCOUNT, name));
  }

  @ParameterizedTest
  @MethodSource("dev.meshsim.machine.HostileNames#all")
  void anyOtherNameIsAccepted(String name) {
    assertEquals(name, new RecordKey(RecordKind.ACCOUNT, name).name());
    assertEquals(name, new MachineRecord.Account(name, PROFILE).key().name());
  }

  @ParameterizedTest
  @EnumSource(names = {"APPLICATION", "REQUEST", "BEHIND", "PORTAL", "PRIVATE_KEY", "DEFAULT"})
  void theseKindsHaveNoDefault(RecordKind kind) {
    assertThrows(
        IllegalArgumentException.class, () -> new MachineRecord.Default(kind, PROFILE.text()));
  }

  @Test
  void keysAreOrderedByKindThenByName() {
    RecordKey account = new RecordKey(RecordKind.ACCOUNT, "b");
    assertTrue(account.compareTo(new RecordKey(RecordKind.PERSONAL, "a")) < 0);
    assertTrue(account.compareTo(new RecordKey(RecordKind.ACCOUNT, "a")) > 0);
    assertEquals(0, account.compareTo(new RecordKey(RecordKind.ACCOUNT, "b")));
  }

  @Test
  void nullsAreRefused() {
    assertThrows(NullPointerException.class, () -> new RecordKey(null, "a"));
    assertThrows(NullPointerException.class, () -> new RecordKey(RecordKind.ACCOUNT, null));
    assertThrows(NullPointerException.class, () -> new MachineChange.Put(null));
    assertThrows(NullPointerException.class, () -> new MachineChange.Remove(null));
    assertThrows(NullPointerException.class, () -> new MachineRecord.Account("a", null));
  }
}
