package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as regedit reads them; a line that regedit refuses is refused with its number. */
class RegReaderTest {

  private static final Path FILE = Path.of("test.reg");
  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  private final RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);
  private final Failures problems = new Failures();

  private void merge(String... lines) {
    mergeOctets(utf16(RegText.HEADER + "\r\n\r\n" + String.join("\r\n", lines) + "\r\n"));
  }

  private void mergeOctets(Bytes octets) {
    RegReader.merge(FILE, octets, ROOT, root, problems);
  }

  private static Bytes utf16(String text) {
    return Bytes.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
  }

  private RegistryValue value(String name) {
    problems.throwFirst();
    return root.value(name);
  }

  @Test
  void textsAreReadWithTheirEscapes() {
    merge("[" + ROOT + "]", "@=\"default\"", "\"a\\\"b\\\\c\"=\"d\\\\e\\\"f;=[]\"");
    assertEquals("default", value("").text());
    assertEquals("d\\e\"f;=[]", value("a\"b\\c").text());
  }

  @Test
  void numbersAreReadInHexadecimal() {
    merge("[" + ROOT + "]", "\"a\"=dword:fFfFfFfF", "\"b\"=dword:1", "\"c\" = DWORD:00000010");
    assertEquals(0xffffffffL, value("a").number());
    assertEquals(1, value("b").number());
    assertEquals(16, value("c").number());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hex:01,02,ff|3|0102ff",
        "hex:|3|''",
        "hex(0):|0|''",
        "hex(1):41,00,42,00,00,00|1|410042000000",
        "hex(2):25,00,00,00|2|25000000",
        "hex(3):0a|3|0a",
        "hex(4):01,00,00,00|4|01000000",
        "hex(7):61,00,00,00,00,00|7|610000000000",
        "hex(b):01,00,00,00,00,00,00,00|11|0100000000000000",
        "HEX(B):1,2,|11|0102",
        "hex(ffff0009):AB|-65527|ab"
      })
  void octetsOfEveryTypeAreKept(String written, int type, String octets) {
    merge("[" + ROOT + "]", "\"v\"=" + written);
    assertEquals(type, value("v").type());
    assertEquals(octets, value("v").data().hex());
  }

  @Test
  void octetsGoOnOnTheNextLine() {
    merge(
        "[" + ROOT + "]", "\"v\"=hex:01,\\", "  02,\\ ", "\t03", "\"w\"=hex(1):\\", " 41,00,00,00");
    assertEquals("010203", value("v").data().hex());
    assertEquals("A", value("w").text());
  }

  @Test
  void commentsAndBlankLinesWithinOctetsAreSkipped() {
    merge(
        "[" + ROOT + "]",
        "\"v\"=hex:01,\\",
        "; two, and a backslash ,\\",
        "",
        "  02,\\",
        " ; the last",
        "\t03",
        "; after",
        "\"w\"=hex(1):\\",
        ";",
        " 41,00,00,00");
    assertEquals("010203", value("v").data().hex());
    assertEquals("A", value("w").text());
  }

  @Test
  void octetsThatDoNotGoOnAreRefused() {
    merge("[" + ROOT + "]", "\"before\"=\"1\"", "\"v\"=hex:01,\\", "", "; end");
    assertEquals(5, line());
  }

  @Test
  void commentsAndBlankLinesAreSkipped() {
    merge(
        "; a comment with a backslash ,\\",
        "",
        "  ; [" + ROOT + "\\No]",
        "[" + ROOT + "] ; the root",
        "\"a\"=\"x;y\" ; not the text",
        "   ",
        "\"b\"=dword:00000002;two",
        "\"c\"=hex:01 ; one");
    assertEquals("x;y", value("a").text());
    assertEquals(2, value("b").number());
    assertEquals("01", value("c").data().hex());
    assertTrue(root.keys().isEmpty());
  }

  @Test
  void laterLinesWinAndNamesKeepTheirFirstSpelling() {
    merge("[" + ROOT + "]", "\"Alice\"=\"1\"", "\"ALICE\"=\"2\"", "[" + ROOT + "\\Sub]");
    merge("[" + ROOT.toLowerCase(Locale.ROOT) + "\\SUB]", "@=\"3\"");
    assertEquals("2", value("alice").text());
    assertEquals("Alice", value("alice").name());
    assertEquals("Sub", root.key("sUb").name());
    assertEquals("3", root.key("sub").value("").text());
  }

  @Test
  void aMinusRemovesAValueOrAKeyWithAllInIt() {
    merge("[" + ROOT + "]", "@=\"d\"", "\"a\"=\"1\"", "[" + ROOT + "\\K\\L]", "\"b\"=\"2\"");
    merge("[" + ROOT + "]", "@=-", "\"A\"=-", "\"never there\"=-", "[-" + ROOT + "\\k]");
    assertNull(value(""));
    assertNull(value("a"));
    assertTrue(root.keys().isEmpty());
    merge("[-" + ROOT + "\\never\\there]");
  }

  @Test
  void theRootItselfIsNotRemoved() {
    merge("[" + ROOT + "]", "\"a\"=\"1\"");
    merge("[-" + ROOT + "]");
    assertEquals(3, line());
    assertEquals("1", root.value("a").text());
  }

  @Test
  void aCommentIsNotTakenForAPartOfAKeysName() {
    merge("[" + ROOT + "\\one] ; first", "[" + ROOT + "\\a]b]", "[" + ROOT + "\\two] ; [second]");
    assertEquals(5, line());
    assertEquals(Set.of("a]b", "one"), names(root));
  }

  private static Set<String> names(RegistryKey key) {
    return key.keys().stream().map(RegistryKey::name).collect(Collectors.toSet());
  }

  @Test
  void valuesDoNotStandBelowAKeyThatIsRemoved() {
    merge("[-" + ROOT + "\\k]", "\"a\"=\"1\"");
    assertEquals(4, line());
  }

  private int line() {
    RegistryException e = assertThrows(RegistryException.class, problems::throwFirst);
    assertEquals(RegistryException.Code.SYNTAX, e.errorCode());
    assertEquals(FILE, e.at().file());
    return e.at().line();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"",
        "\"a\"=",
        "a=\"1\"",
        "\"a=\"1\"",
        "\"a\"=\"1",
        "\"a\"=\"1\" 2",
        "\"a\"=\"\\n\"",
        "\"a\"=\"1\\",
        "\"a\"=dword:",
        "\"a\"=dword:123456789",
        "\"a\"=dword:12g",
        "\"a\"=hex:1,,2",
        "\"a\"=hex:123",
        "\"a\"=hex:0x1",
        "\"a\"=hex(:01",
        "\"a\"=hex(1:01",
        "\"a\"=qword:01",
        "\"a\"=str:\"x\"",
        "@",
        "@\"1\"",
        "[HKEY_CURRENT_USER\\SOFTWARE\\MathematicalMesh]",
        "[HKEY_CURRENT_USER\\SOFTWARE]",
        "[HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh2]",
        "[HKCU\\SOFTWARE\\CryptoMesh]",
        "[-HKEY_CURRENT_USER\\SOFTWARE]",
        "[" + ROOT + "\\\\x]",
        "[" + ROOT,
        "[" + ROOT + "] x",
        "[-" + ROOT + "\\k] \"a\"=\"1\"",
        "text"
      })
  void whatRegeditWouldNotReadIsRefusedWithItsLine(String line) {
    merge("[" + ROOT + "]", "\"before\"=\"1\"", line);
    assertEquals(5, line());
  }

  @Test
  void whatATerminalWouldObeyIsNotRepeated() {
    merge("[HKEY_\u001b[31mred\u202e]", "[" + ROOT + "]", "\"al\u001b[31mice\"=dword:1");
    List<String> told = problems.findings().stream().map(Finding::problem).toList();
    assertEquals(1, told.size());
    assertTrue(
        told.get(0).startsWith("the key [HKEY_\\u001b[31mred\\u202e] is not below ["), told.get(0));
    MeshException e = assertThrows(MeshException.class, () -> root.value("al\u001b[31mice").text());
    assertTrue(e.problem().startsWith("test.reg:5: \"al\\u001b[31mice\" is of the"), e.problem());
  }

  @Test
  void everyBadLineIsToldOfAtOnce() {
    merge("[" + ROOT + "]", "bad", "\"good\"=\"1\"", "\"bad\"=bad", "[bad]");
    List<String> places = problems.findings().stream().map(Finding::place).toList();
    assertEquals(List.of("test.reg:4", "test.reg:6", "test.reg:7"), places);
    assertEquals("1", root.value("good").text());
  }

  @Test
  void keysAreNotNestedWithoutEnd() {
    merge("[" + ROOT + "\\a".repeat(513) + "]");
    assertEquals(3, line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=\"1\"", "=-"})
  void namesOfValuesHaveALength(String rest) {
    String longest = "a".repeat(16_383);
    merge("[" + ROOT + "]", "\"" + longest + "\"" + rest);
    problems.throwFirst();
    merge("[" + ROOT + "]", "\"" + longest + "a\"" + rest);
    assertEquals(4, line());
    String problem = problems.findings().get(0).problem();
    assertEquals("a value's name has at most 16383 characters, and this one 16384", problem);
  }

  @Test
  void utf8IsReadToo() {
    String text = RegText.HEADER + "\n\n[" + ROOT + "]\n\"caf\u00e9\ud83d\ude00\"=\"1\"\n";
    mergeOctets(Bytes.utf8(text));
    assertEquals("1", value("CAF\u00c9\ud83d\ude00").text());
    mergeOctets(Bytes.utf8("\uFEFF" + text.replace("1", "2")));
    assertEquals("2", value("caf\u00e9\ud83d\ude00").text());
  }

  @Test
  void otherEncodingsAreRefusedNotGuessed() {
    String text = RegText.HEADER + "\r\n\r\n[" + ROOT + "]\r\n\"caf\u00e9\"=\"1\"\r\n";
    Bytes latin = Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    Bytes big = Bytes.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    byte[] cut = utf16(text).toArray();
    for (Bytes octets : List.of(latin, big, Bytes.of(cut, 0, cut.length - 1))) {
      assertEquals("store.registry.encoding", only(octets).code());
    }
    assertTrue(only(latin).problem().contains(":4: is not well-formed UTF-8"), "the line is told");
    assertTrue(only(big).problem().endsWith("is in UTF-16BE"), "and the encoding");
  }

  @Test
  void aMissingMarkIsNamed() {
    String text = RegText.HEADER + "\r\n\r\n[" + ROOT + "]\r\n";
    MeshException e = only(Bytes.of(text.getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("test.reg: is in UTF-16LE without a byte order mark", e.problem());
    e = only(Bytes.of(text.getBytes(StandardCharsets.UTF_16BE)));
    assertEquals("test.reg: is in UTF-16BE without a byte order mark", e.problem());
    assertEquals("store.registry.encoding", e.code());
  }

  @Test
  void carriageReturnsAloneAreNamed() {
    MeshException e = only(utf16(RegText.HEADER + "\r\r[" + ROOT + "]\r\"a\"=\"1\"\r"));
    assertEquals("store.registry.line-ends", e.code());
    assertEquals("test.reg:1: ends its lines with carriage returns only", e.problem());
    assertTrue(e.hint().contains("CR LF"), e.hint());
  }

  @Test
  void halfASurrogatePairIsRefused() {
    byte[] octets = utf16(RegText.HEADER + "\r\n\r\n[" + ROOT + "]\r\n\"x\"=\"y\"\r\n").toArray();
    octets[octets.length - 7] = (byte) 0xd8;
    assertEquals("store.registry.encoding", only(Bytes.of(octets)).code());
  }

  @Test
  void aNulIsRefused() {
    Bytes octets = utf16(RegText.HEADER + "\r\n\r\n[" + ROOT + "]\r\n\"a\0b\"=\"1\"\r\n");
    assertEquals("store.registry.encoding", only(octets).code());
    assertTrue(only(octets).problem().startsWith("test.reg:4: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGEDIT4", "REGEDIT5", "", "Windows Registry Editor Version 6.00"})
  void otherVersionsAreRefused(String header) {
    MeshException e = only(utf16(header + "\r\n\r\n[" + ROOT + "]\r\n"));
    assertEquals("store.registry.version", e.code());
    assertTrue(header.equals("REGEDIT4") == e.problem().contains("code page"), e.problem());
  }

  private MeshException only(Bytes octets) {
    Failures found = new Failures();
    RegReader.merge(FILE, octets, ROOT, new RegistryKey("x", FileLine.NONE), found);
    return assertThrows(MeshException.class, found::throwFirst);
  }
}
