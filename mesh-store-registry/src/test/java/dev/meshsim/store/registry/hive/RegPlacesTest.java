package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.store.Failures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal names the character and says what is expected; each bound has a first and a last. */
class RegPlacesTest {

  private static final Path FILE = Path.of("test.reg");
  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  private final RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);
  private final Failures problems = new Failures();

  private String merge(String... lines) {
    String text = RegText.HEADER + "\r\n\r\n" + String.join("\r\n", lines) + "\r\n";
    return RegReader.merge(FILE, Bytes.utf8(text), ROOT, root, problems);
  }

  private List<String> told() {
    return told(problems);
  }

  private static List<String> told(Failures found) {
    return found.findings().stream().map(f -> f.place() + " " + f.problem()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "text~\" is expected at character 1",
        "`  @ \"1\"`~= is expected at character 5",
        "\"a\"=\"1\" 2~there is more than a value, from character 9 on",
        "\"a\"=qword:01~a value is \"text\", dword:, hex:, hex(n): or -, at character 5",
        "\"a\"=dword:~1 to 8 hexadecimal digits are expected at character 11",
        "\"a\"=dword:123456789~1 to 8 hexadecimal digits are expected at character 11",
        "\"a\"=hex:1,,2~1 to 8 hexadecimal digits are expected at character 11",
        "\"a\"=hex:1,123~an octet has two hexadecimal digits, at character 11",
        "\"a\"=hex(1:01~): is expected at character 10",
        "\"a\"=hex:01 \\~octets go on after a comma and a backslash, not at character 13",
        "\"a\"=hex:01,\\x~a backslash between octets ends the line, unlike at character 13",
        "\"a\"=hex:01,\\~the octets go on behind the backslash, and the file ends there",
        "\"a\"=\"\\n\"~a backslash stands only before a quotation mark or a backslash",
        "\"a\"=\"1~a text ends with a quotation mark, and the file ends without it",
        "[x~a key's name ends in ], on the line on which it began",
        "[ x]~a key's name begins without a space behind [ or [-",
        "[-\tx]~a key's name begins without a space behind [ or [-"
      })
  void refusalsNameTheCharacter(String line, String problem) {
    merge("[" + ROOT + "]", line);
    assertEquals(List.of("test.reg:4 " + problem), told());
  }

  @Test
  void placesOnLaterLinesOfAStatementNameTheLineToo() {
    merge("[" + ROOT + "]", "\"a\"=hex:01,\\", "", "  02,0x", "\"b\"=\"1", "2\" 3", "@=\"4\"");
    assertEquals(
        List.of(
            "test.reg:4 there is more than a value, from character 7 of line 6 on",
            "test.reg:7 there is more than a value, from character 4 of line 8 on"),
        told());
    assertEquals("4", root.value("").text());
  }

  @Test
  void statementAfterATextWithoutEndIsRead() {
    merge("[" + ROOT + "]", "\"a\"=\"1", "\"b\"=dword:2", "\"c\"=dword:3");
    assertEquals(1, told().size(), told().toString());
    assertNull(root.value("a"));
    assertEquals(3, root.value("c").number());
  }

  @Test
  void lineAfterANameWithoutEndIsRead() {
    merge("[" + ROOT + "]", "\"a", "\"b\"=dword:2");
    assertEquals(1, told().size(), told().toString());
    assertEquals(2, root.value("b").number());
  }

  @Test
  void backslashesAtTheEndOfAKeysNameAreNoPartOfIt() {
    assertEquals(
        "[" + ROOT + "\\k\\\\]\r",
        merge("[" + ROOT + "\\\\]", "@=\"1\"", "[" + ROOT + "\\k\\\\]") + "\r");
    assertEquals("1", root.value("").text());
    assertEquals("k", root.key("K").name());
    assertEquals("test.reg:5", root.key("k").place().toString());
    assertEquals("test.reg:4", root.value("").place().toString());
    assertEquals("test.reg", FileLine.of(FILE).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255})
  void namesOfKeysHaveALength(int length) {
    merge("[" + ROOT + "\\" + "k".repeat(length) + "]");
    assertEquals(List.of(), told());
    assertEquals(1, root.keys().size());
  }

  @Test
  void keysBeyondTheLastAreRefused() {
    merge("[" + ROOT + "\\" + "k".repeat(256) + "]", "[" + ROOT + "\\a".repeat(513) + "]");
    merge("[" + ROOT + "\\a".repeat(512) + "]");
    assertEquals(
        List.of(
            "test.reg:3 a key's name has 1 to 255 characters",
            "test.reg:4 keys are nested at most 512 deep"),
        told());
    assertEquals(1, root.keys().size());
  }

  @Test
  void onlyTheNamedKeyIsDeleted() {
    merge("[" + ROOT + "\\a\\b]", "@=\"1\"", "[" + ROOT + "\\a\\c]", "[-" + ROOT + "\\a\\B]");
    assertEquals(List.of("c"), root.key("a").keys().stream().map(RegistryKey::name).toList());
    merge("[-" + ROOT + "\\no\\b]");
    assertNull(root.key("no"));
    merge("[-" + ROOT + "]", "[-nothing]");
    assertEquals(2, told().size());
    assertTrue(
        told().get(0).endsWith("itself is not removed; remove the keys in it, each on its line"));
    assertTrue(told().get(1).contains("the key [] is not below [" + ROOT), told().get(1));
  }

  @Test
  void encodingsAreToldWithTheirPlace() {
    Failures found = new Failures();
    byte[] bad = (RegText.HEADER + "\n\n;\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    RegReader.merge(FILE, Bytes.of(bad), ROOT, root, found);
    RegReader.merge(FILE, Bytes.of(new byte[] {0, 0}), ROOT, root, found);
    RegReader.merge(FILE, Bytes.of(new byte[] {'W'}), ROOT, root, found);
    RegReader.merge(FILE, Bytes.of(new byte[0]), ROOT, root, found);
    RegReader.merge(FILE, Bytes.utf8(RegText.HEADER + "\n\0"), ROOT, root, found);
    assertEquals(
        List.of(
            "test.reg:3 is not well-formed UTF-8 at octet 39",
            "test.reg:1 does not begin with the line \"" + RegText.HEADER + "\"",
            "test.reg:1 does not begin with the line \"" + RegText.HEADER + "\"",
            "test.reg:1 does not begin with the line \"" + RegText.HEADER + "\"",
            "test.reg:2 has a NUL character, which no name or text holds"),
        told(found));
  }

  @Test
  void lastLineNeedsNoLineEnd() {
    String start = RegText.HEADER + "\n[" + ROOT + "]\n";
    RegReader.merge(FILE, Bytes.utf8(start + "\"a\"=dword:1"), ROOT, root, problems);
    assertEquals(List.of(), told());
    assertEquals(1, root.value("a").number());
    RegReader.merge(FILE, Bytes.utf8(start + "\"a\"=\"\\"), ROOT, root, problems);
    RegReader.merge(FILE, Bytes.utf8(start + "[\\]"), ROOT, root, problems);
    RegReader.merge(FILE, Bytes.utf8(start + "[]"), ROOT, root, problems);
    assertEquals(3, told().size());
    assertEquals(
        "test.reg:3 a backslash stands only before a quotation mark or a backslash", told().get(0));
    assertTrue(told().get(1).startsWith("test.reg:3 the key [] is not below ["), told().get(1));
    assertEquals(told().get(1), told().get(2));
  }

  @Test
  void fileOfTheHeaderOnlyIsEmpty() {
    assertEquals(
        RegText.HEADER, RegReader.merge(FILE, Bytes.utf8(RegText.HEADER), ROOT, root, problems));
    assertEquals(List.of(), told());
    assertTrue(root.values().isEmpty());
  }

  @Test
  void copyChangesOnItsOwn() {
    root.set(RegistryValue.text("a", "1"));
    root.make("k", FileLine.of(FILE)).set(RegistryValue.dword("n", 7));
    RegistryKey copy = root.copy();
    assertEquals("CryptoMesh", copy.name());
    assertSame(FileLine.NONE, copy.place());
    assertNotSame(root.key("k"), copy.key("k"));
    copy.key("k").unset("N");
    assertEquals(7, root.key("k").value("n").number());
    root.clear();
    assertTrue(root.values().isEmpty() && root.keys().isEmpty());
    assertEquals("1", copy.value("a").text());
  }

  @Test
  void longOctetsAreFoldedAsRegeditFoldsThem() {
    for (int count : new int[] {1, 22, 23, 24, 47, 48, 49}) {
      RegistryKey key = new RegistryKey("k", FileLine.NONE);
      Bytes data = Bytes.of(new byte[count]);
      key.set(new RegistryValue("v", ValueType.REG_BINARY, data, FileLine.NONE));
      byte[] written = RegWriter.write(key, ROOT, "; end").toArray();
      List<String> lines = new String(written, StandardCharsets.UTF_16LE).lines().toList();
      for (String line : lines.subList(2, lines.size())) {
        assertTrue(line.length() <= 79, line);
        assertTrue(!line.endsWith("\\") || line.length() >= 77, line);
      }
      assertTrue(lines.get(3).startsWith("\"v\"=hex:00"), lines.get(3));
      assertEquals("; end", lines.get(lines.size() - 1));
    }
  }
}
