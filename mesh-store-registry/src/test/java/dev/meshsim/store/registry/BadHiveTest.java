package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.store.Finding;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.testing.Once;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hive that is wrong is refused with file and line, and nothing of it is overwritten. */
@Once
class BadHiveTest extends RegistryFixture {

  private static final String KEY = "[HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh\\";

  private String content;

  @BeforeEach
  void fill() {
    content = filled();
  }

  /** Edits the hive, and shows that opening it fails and changes nothing. */
  private MeshException refused(String code, UnaryOperator<String> edit) {
    editHive(edit);
    return refusedAsItIs(code);
  }

  private MeshException refusedAsItIs(String code) {
    SortedMap<String, String> before = tree();
    MeshException e = assertThrows(MeshException.class, this::open);
    assertEquals(code, e.code(), e.getMessage());
    assertEquals(before, tree());
    return e;
  }

  private int lineOf(String part) {
    List<String> lines = hive().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i + 1;
      }
    }
    throw new AssertionError(part + " is not in the hive");
  }

  private void assertLine(MeshException e, String part) {
    assertTrue(e.problem().startsWith(layout().hive() + ":" + lineOf(part) + ": "), e.getMessage());
  }

  @Test
  void theHiveIsWhatTheDraftSays() {
    String hive = hive();
    String profile = SampleRecords.profile().text();
    for (String part :
        List.of(
            KEY + "Accounts]\r\n@=\"" + ALICE + "\"\r\n\"" + ALICE + "\"=\"" + profile + "\"\r\n",
            KEY + "PersonalProfiles]\r\n@=\"\"\r\n\"" + profile + "\"=\"C:\\\\Users\\\\mesh\\\\",
            "\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\PersonalProfile-" + profile + ".1.xml\"\r\n",
            KEY + "ThisDevice]\r\n@=\"\"\r\n\"M",
            KEY + "ConnectionRequests]\r\n@=\"\"\r\n\"bob@example.com\"=\"C:",
            KEY + "PrivateKeys]\r\n@=\"C:\\\\Users\\\\mesh\\\\AppData\\\\Local\\\\CryptoMesh\\\\",
            "\"=\"ED25519\"\r\n",
            "\r\n\r\n; end of CryptoMesh\r\n")) {
      assertTrue(hive.contains(part), part + " is not in\n" + hive);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accounts | REG_EXPAND_SZ | hex(2):41,00,00,00",
        "PersonalProfiles | REG_BINARY | hex:01",
        "ThisDevice | REG_MULTI_SZ | hex(7):00,00",
        "ApplicationProfiles | REG_DWORD | dword:00000001",
        "ConnectionRequests | REG_NONE | hex(0):",
        "PrivateKeys | REG_QWORD | hex(b):01"
      })
  void aValueOfTheWrongTypeIsRefused(String key, String type, String written) {
    String value = "\"wrong\"=" + written;
    MeshException e =
        refused(
            "store.registry.value-type",
            hive -> hive.replace(KEY + key + "]\r\n", KEY + key + "]\r\n" + value + "\r\n"));
    assertLine(e, "\"wrong\"");
    assertTrue(e.problem().contains("is of the type " + type + ", and REG_SZ is expected"));
  }

  @ParameterizedTest
  @CsvSource({"Accounts", "PersonalProfiles", "ThisDevice", "PrivateKeys"})
  void aDefaultOfTheWrongTypeIsRefused(String key) {
    MeshException e =
        refused(
            "store.registry.value-type",
            hive -> hive.replaceFirst("(?s)(\\\\" + key + "\\]\r\n@=)[^\r]*", "$1dword:00000001"));
    assertTrue(e.problem().contains(": @ is of the type REG_DWORD"), e.problem());
  }

  @ParameterizedTest
  @CsvSource({"Accounts", "PersonalProfiles", "ThisDevice", "ApplicationProfiles", "PrivateKeys"})
  void aMissingDefaultIsRefused(String key) {
    MeshException e =
        refused(
            "store.registry.missing-default",
            hive -> hive.replaceFirst("(?s)(\\\\" + key + "\\]\r\n)@=[^\r]*\r\n", "$1"));
    assertLine(e, "\\" + key + "]");
    String meaning = key.equals("PrivateKeys") ? "(the location of the keys)" : "(the default)";
    assertTrue(e.problem().contains(meaning), e.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hex(1):41,00,00,00,42,00,00,00 | NUL",
        "hex(1):00,d8,00,00 | UTF-16LE",
        "hex(1):41 | UTF-16LE",
        "\"not a fingerprint\" | dashes",
        "\"\" | dashes"
      })
  void anAccountWithoutAFingerprintIsRefused(String written, String why) {
    String line = "\"eve@example.com\"=" + written;
    MeshException e =
        refused(
            "store.registry.value",
            hive -> hive.replace("\\Accounts]\r\n", "\\Accounts]\r\n" + line + "\r\n"));
    assertLine(e, "eve@");
    assertTrue(e.problem().contains(why), e.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\..\\\\..\\\\x.xml",
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\MathematicalMesh\\\\x.xml",
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\a/b.xml",
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\..",
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\",
    "C:\\\\Users\\\\mesh\\\\AppData\\\\Roaming\\\\CryptoMesh\\\\x:y",
    "/etc/passwd",
    "\\\\\\\\server\\\\share\\\\x.xml",
    "file:///etc/passwd"
  })
  void aLocationOutsideTheStoreIsRefused(String location) {
    MeshException e =
        refused(
            "store.registry.value",
            hive ->
                hive.replaceFirst("(\"M[^\"]*\"=)\"C:[^\"]*\"", "$1\"" + quote(location) + '"'));
    assertTrue(e.problem().contains("the location "), e.problem());
  }

  private static String quote(String text) {
    return text.replace("\\", "\\\\");
  }

  @Test
  void aLocationInAnyCaseIsFollowed() {
    editHive(
        hive ->
            hive.replace("AppData\\\\Roaming\\\\CryptoMesh", "APPDATA\\\\roaming\\\\cryptomesh"));
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void aFileMayBeMovedIfTheRegistrySaysSo() throws Exception {
    Path old = fileNamed(layout().roaming(), "PersonalProfile-");
    Files.move(old, old.resolveSibling("alice.xml"));
    editHive(hive -> hive.replace(old.getFileName().toString(), "alice.xml"));
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
      assertEquals(List.of(), store.check());
      put(store, new MachineRecord.Account("bob@example.com", SampleRecords.profile()));
    }
    assertTrue(Files.exists(old.resolveSibling("alice.xml")), "a file of the user's own stays");
  }

  @ParameterizedTest
  @CsvSource({
    "dword:00000002, store.registry.version, Format is 2",
    "dword:00000000, store.registry.version, Format is 0",
    "\"1\", store.registry.value-type, REG_SZ",
    "'hex(4):01', store.registry.value, octets"
  })
  void anotherVersionIsRefused(String format, String code, String why) {
    MeshException e =
        refused(code, hive -> hive.replace("\"Format\"=dword:00000001", "\"Format\"=" + format));
    assertLine(e, "\"Format\"");
    assertTrue(e.problem().contains(why), e.problem());
  }

  @Test
  void aHiveWithoutItsNumbersIsRefused() {
    String whole = hive();
    refused("store.registry.version", hive -> hive.replace("\"Format\"=dword:00000001\r\n", ""));
    editHive(hive -> whole);
    refused("store.registry.value", hive -> hive.replace("\"Generation\"=dword:00000001\r\n", ""));
  }

  @Test
  void aHiveThatIsCutAnywhereIsRefused() {
    byte[] whole = read(layout().hive());
    for (int length = 0; length < whole.length - 2; length += 37) {
      write(layout().hive(), Arrays.copyOf(whole, length));
      MeshException e = assertThrows(MeshException.class, this::open);
      assertTrue(e.code().startsWith("store.registry."), e.getMessage());
      assertTrue(e.problem().startsWith(layout().hive().toString()), e.getMessage());
    }
    String text = text(whole);
    int accounts = text.indexOf(KEY + "ApplicationProfiles");
    refused("store.registry.cut-short", hive -> text.substring(0, accounts));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4096})
  void anEmptyHiveIsToBeRestored(int length) {
    byte[] zeros = new byte[length];
    write(layout().hive(), zeros);
    MeshException e = refusedAsItIs("store.registry.cut-short");
    assertEquals("restore the file from a copy; nothing was changed", e.hint());
    byte[] mark = Arrays.copyOf(RegText.MARK_16.toArray(), 2 + length);
    write(layout().hive(), mark);
    e = refusedAsItIs("store.registry.cut-short");
    assertTrue(e.problem().startsWith(layout().hive() + ": "), e.problem());
  }

  @Test
  void aHiveThatBeginsOtherwiseMayBeRestored() {
    MeshException e =
        refused(
            "store.registry.version", hive -> hive.replace("Windows Registry Editor", "Windows"));
    assertTrue(e.hint().endsWith(", or restore the file from a copy"), e.hint());
  }

  @Test
  void productionDataIsNotTakenForTestData() {
    MeshException e =
        refused("store.registry.syntax", h -> h.replace("\\CryptoMesh", "\\MathematicalMesh"));
    assertTrue(e.problem().contains("is not below [HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh]"));
  }

  @Test
  void aLostHiveIsNotReplacedByAnEmptyOne() throws Exception {
    Files.delete(layout().hive());
    MeshException e = refusedAsItIs("store.registry.missing-hive");
    assertTrue(e.problem().contains("although there is "), e.problem());
  }

  @Test
  void anOlderHiveIsNotTakenForThisOne() {
    byte[] old = read(layout().hive());
    try (MachineStore store = open()) {
      put(store, SampleRecords.request("one@example.com"));
      put(store, SampleRecords.request("two@example.com"));
    }
    write(layout().hive(), old);
    MeshException e = refusedAsItIs("store.registry.stale-hive");
    assertTrue(e.problem().contains("is of generation 1, older than "), e.problem());
  }

  @Test
  void checkTellsEverythingAtOnce() throws Exception {
    try (MachineStore store = open()) {
      editHive(
          hive ->
              hive.replace("@=\"" + ALICE + "\"", "@=dword:00000001")
                  .replace("\"Format\"=dword:00000001", "\"Format\"=dword:00000009")
                  .replace("=\"ED25519\"", "=\"RSA-31\""));
      Path profile = fileNamed(layout().roaming(), "PersonalProfile-");
      write(profile, "<map".getBytes(StandardCharsets.UTF_8));
      Files.delete(fileNamed(layout().local(), "DeviceProfile-"));
      Files.writeString(layout().roaming().resolve("notes.txt"), "mine");
      List<Finding> findings = store.check();
      List<String> codes = findings.stream().map(Finding::code).toList();
      assertTrue(
          codes.containsAll(
              List.of(
                  "store.registry.version",
                  "store.registry.value-type",
                  "store.registry.xml",
                  "store.registry.missing-file",
                  "store.registry.value",
                  "store.registry.unused-file")),
          codes.toString());
      findings.forEach(f -> assertTrue(f.place().startsWith(home.toString()), f.toString()));
      assertEquals(content, LogicalContent.of(store), "what was read before is still there");
    }
    MachineStoreException e = assertThrows(MachineStoreException.class, this::open);
    assertTrue(e.findings().size() >= 6, "the others go with the first");
  }

  @Test
  void checkReadsTheHiveEvenIfThePasswordIsGone() throws Exception {
    try (MachineStore store = open()) {
      Files.delete(layout().password());
      editHive(hive -> hive.replace("\"Format\"=dword:00000001", "\"Format\"=dword:00000009"));
      List<String> codes = store.check().stream().map(Finding::code).toList();
      assertEquals(
          List.of(
              "store.registry.missing-file", "store.registry.version", "store.registry.changed"),
          codes);
      editHive(hive -> hive.replace("[", "<"));
      assertTrue(store.check().size() > 7, "every bad line is told of");
    }
  }

  @Test
  void whatAnotherProgramChangesMeanwhileIsNotOverwritten() {
    try (MachineStore store = open()) {
      editHive(hive -> hive.replace("; end", "\r\n[" + KEY.substring(1) + "Other]\r\n\r\n; end"));
      SortedMap<String, String> before = tree();
      MeshException e =
          assertThrows(
              MeshException.class, () -> put(store, SampleRecords.request("x@example.com")));
      assertEquals("store.registry.changed", e.code());
      assertEquals(before, tree());
      assertEquals("store.registry.changed", store.check().get(0).code());
    }
    try (MachineStore store = open()) {
      put(store, SampleRecords.request("x@example.com"));
      assertTrue(hive().contains("\\Other]"));
    }
  }

  @Test
  void aRecordTooLargeToBeReadBackIsNotWritten() {
    var device = ((MachineRecord.Device) sample(RecordKind.DEVICE)).signed();
    var large =
        new JsonWebSignature(
            Bytes.of(new byte[13 * 1024 * 1024]), device.signedData().signatures());
    try (MachineStore store = open()) {
      MachineRecord record =
          new MachineRecord.Device(new SignedDeviceProfile(device.identifier(), large));
      MeshException e = assertThrows(MeshException.class, () -> put(store, record));
      assertEquals("store.registry.too-large", e.code());
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void foreignKeysAndValuesAreKept() {
    editHive(
        hive ->
            hive.replace(
                "\r\n; end",
                "\r\n" + KEY + "Other\\Deep]\r\n\"x\"=hex(7):61,00,00,00,00,00\r\n\r\n; end"));
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
      put(store, new MachineRecord.Default(RecordKind.PERSONAL, SampleRecords.profile().text()));
    }
    assertTrue(hive().contains(KEY + "Other\\Deep]\r\n\"x\"=hex(7):61,00,00,00,00,00\r\n"));
  }

  @Test
  void aSpellingOfAnAccountThatIsNeverWrittenIsRefused() {
    MeshException e =
        refused(
            "store.registry.value",
            hive ->
                hive.replace(
                    "\\Accounts]\r\n",
                    "\\Accounts]\r\n\"#0061lice@example.com\"=\""
                        + SampleRecords.profile()
                        + "\"\r\n"));
    assertLine(e, "#0061lice");
    assertTrue(e.problem().contains("it is written \"" + ALICE + '"'), e.problem());
  }

  @Test
  void aBrokenNameIsShownWithoutWhatATerminalWouldObey() {
    String line = "\"#00\u001b1\"=\"" + SampleRecords.profile() + "\"\r\n";
    MeshException e =
        refused(
            "store.registry.value",
            hive -> hive.replace("\\Accounts]\r\n", "\\Accounts]\r\n" + line));
    assertTrue(e.problem().chars().noneMatch(Character::isISOControl), e.problem());
  }

  @Test
  void anAccountThatAPersonTypedIsFoundInItsCanonicalForm() {
    editHive(hive -> hive.replace("\"" + ALICE + "\"", "\"Alice@Example.COM\""));
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
      put(store, new MachineRecord.Account(ALICE, SampleRecords.profile()));
      put(store, SampleRecords.request("carol@example.com"));
    }
    assertTrue(hive().contains("\"Alice@Example.COM\"=\"M"), "the spelling is kept");
  }

  @Test
  void aNameLongerThanTheRegistryHasRoomForIsRefused() {
    try (MachineStore store = open()) {
      MachineRecord tooLong =
          new MachineRecord.Account("a".repeat(16_384), SampleRecords.profile());
      MeshException e = assertThrows(MeshException.class, () -> put(store, tooLong));
      assertEquals("store.registry.name", e.code());
      put(store, new MachineRecord.Account("a".repeat(16_383), SampleRecords.profile()));
    }
    open().close();
  }
}
