package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The corners of the syntax, with what regedit and {@code reg import} make of them. They pass over
 * a line that they cannot read; here it is refused.
 */
class RegeditSyntaxTest {

  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  private final RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);
  private final Failures problems = new Failures();

  /** Merges lines below the root key; {@code ~} is a line end. */
  private void merge(String lines) {
    mergeFile(RegText.HEADER + "\r\n\r\n[" + ROOT + "]\r\n" + lines.replace("~", "\r\n") + "\r\n");
  }

  private void mergeFile(String text) {
    Bytes octets = Bytes.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    RegReader.merge(Path.of("x.reg"), octets, ROOT, root, problems);
  }

  private List<String> places() {
    return problems.findings().stream().map(Finding::place).toList();
  }

  private String text(String name) {
    problems.throwFirst();
    RegistryValue value = root.value(name);
    assertNotNull(value, name);
    return value.text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"=\"1\" ;  was on drive C:\\~\"b\"=\"2\"",
        "\"a\"=\"1\";01,\\~\"b\"=\"2\"",
        "\"a\"=\"1\" ; hex:\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~;comment\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~  ; comment,\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~#comment,\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~ # comment:\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~\"c\"=dword:1 ; :\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~\"c\"=hex:01 ; ,\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~\"c\"=- ; ,\\~\"b\"=\"2\"",
        "\"a\"=\"1\"~\"c\"=\"x,\\\\\"~\"b\"=\"2\""
      })
  void commentContinuesNothing(String lines) {
    merge(lines);
    assertEquals("1", text("a"));
    assertEquals("2", text("b"));
  }

  @Test
  void commentAfterKeyContinuesNothing() {
    merge("[" + ROOT + "\\A] ; moved to D:\\~\"b\"=\"2\"~\"c\"=\"3\"");
    problems.throwFirst();
    assertEquals("2", root.key("A").value("b").text());
    assertEquals("3", root.key("A").value("c").text());
  }

  @Test
  void deletionAfterCommentIsApplied() {
    merge("\"a\"=\"1\"~[" + ROOT + "\\A] ; from E:\\~[-" + ROOT + "\\A]");
    problems.throwFirst();
    assertNull(root.key("A"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hex:01,02,\\;comment~  03,04|01020304",
        "hex:01,02, \\~  03,04|01020304",
        "hex:01,02,\t\\ \t~  03,04|01020304",
        "hex:01,02,  \\  ;comment~  03,04|01020304",
        "hex:01,02,\\ ;#comment~03,\\;c~04|01020304",
        "hex:01,\\~~ ~\t~02,\\~;c~ ;c~03|010203",
        "hex:\\~  01,02|0102",
        "hex: \\ ;c~  01|01",
        "hex:01,02,|0102",
        "hex:01,02, ;c|0102",
        "hex:01;,\\|01",
        "hex(100):01|01",
        "hex(ffffffff):01|01"
      })
  void octetsGoOnAfterCommaAndBackslash(String written, String octets) {
    merge("\"v\"=" + written + "~\"b\"=\"2\"");
    assertEquals("2", text("b"));
    assertEquals(octets, root.value("v").data().hex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hex:01\\~,02",
        "hex:01\\~  02",
        "hex:0\\~1,02",
        "hex:01 \\ ;c~02",
        "hex:01,\\#comment~02",
        "hex:01,\\~#comment~02",
        "hex:01,\\\\~02",
        "hex:01,\\02",
        "hex:01,\\ 02",
        "hex:01,\\,02",
        "hex:\\01",
        "hex:,\\~01",
        "hex:,01",
        "hex:01,,02",
        "hex:01,\\~,02",
        "hex:01,\\~\\~02",
        "hex:01,/~02",
        "hex:100",
        "hex(0x2):01",
        "hex(100000000):01",
        "hex:01,\\~\"w\"=\"x\"",
        "hex:01,\\~@=\"x\"",
        "hex:01,\\",
        "hex:01 #c",
        "dword:",
        "dword:000000001",
        "dword:0x123",
        "dword:123 456",
        "dword:1234\\~5678",
        "dword:1#c",
        "#\"x\"",
        ";\"x\"",
        "\"x\"#c",
        "\"x\" #c",
        "-\"x\"",
        "- #c",
        "\"foo\"bar\"",
        "\"foo\"\"bar\"",
        "\\\"x\\\"",
        "\"\\0\"",
        "\"C:\\~x\"",
        "\"Test \\~Value\"",
        "\"C:\\",
        "\"no end"
      })
  void valuesThatRegeditPassesOverAreRefused(String written) {
    merge("\"v\"=" + written);
    assertEquals("x.reg:4", places().get(0));
    assertNull(root.value("v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dword:   00000008", "dword:\t8", "dword: 8 ;c"})
  void numbersHaveSpaceBeforeTheirDigits(String written) {
    merge("\"a\"=" + written);
    problems.throwFirst();
    assertEquals(8, root.value("a").number());
  }

  @Test
  void textsKeepTheirLineBreaks() {
    merge("\"a\"=\"line 1~line 2\"~\"b\"=\"~; no comment,\\\\~[no key]~\" ; c~\"c\"=\"3\"");
    assertEquals("line 1\r\nline 2", text("a"));
    assertEquals("\r\n; no comment,\\\r\n[no key]\r\n", text("b"));
    assertEquals("3", text("c"));
  }

  @Test
  void textWithLineFeedKeepsIt() {
    mergeFile(RegText.HEADER + "\n[" + ROOT + "]\n@=\"1\n2\n\"\n\"b\"=\"3\"");
    assertEquals("1\n2\n", text(""));
    assertEquals("3", text("b"));
  }

  @Test
  void linesAfterTextWithLineBreakHaveTheirNumbers() {
    merge("\"a\"=\"1~2~3\"~bad~\"b\"=hex:01,\\~02~bad");
    assertEquals(List.of("x.reg:7", "x.reg:10"), places());
  }

  @Test
  void problemBehindTheFirstLineNamesItsLine() {
    merge("\"v\"=hex:01,\\~  02,\\~  0g");
    Finding finding = problems.findings().get(0);
    assertEquals("x.reg:4", finding.place());
    assertTrue(finding.problem().contains("character 4 of line 6"), finding.problem());
  }

  @Test
  void textWithoutEndHidesNoOtherProblem() {
    merge("\"v\"=\"1~bad~worse");
    assertEquals(List.of("x.reg:4", "x.reg:5", "x.reg:6"), places());
  }

  @Test
  void nameOfValueEndsOnItsLine() {
    merge("\"Wine~42\"=\"1\"~\"x\\~y\"=\"2\"");
    assertEquals("x.reg:4", places().get(0));
    assertTrue(root.values().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ -", "[\t-", "[- ", "[-\t"})
  void keyWithSpaceIsNotDeleted(String start) {
    merge("[" + ROOT + "\\A]~\"x\"=\"1\"~" + start + ROOT + "\\A]");
    assertEquals(List.of("x.reg:6"), places());
    assertEquals("1", root.key("A").value("x").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ ", "[\t"})
  void keyWithSpaceIsNotMade(String start) {
    merge(start + ROOT + "\\A]");
    assertEquals(List.of("x.reg:4"), places());
    assertTrue(root.keys().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\\\", "\\\\\\\\"})
  void backslashesAtTheEndOfKeyAreDropped(String end) {
    merge("[" + ROOT + "\\A" + end + "]~\"x\"=\"1\"~[" + ROOT + end + "]~\"y\"=\"2\"");
    assertEquals("2", text("y"));
    assertEquals("1", root.key("A").value("x").text());
    merge("[-" + ROOT + "\\A" + end + "]");
    problems.throwFirst();
    assertNull(root.key("A"));
  }

  @Test
  void rootWithBackslashIsNotDeleted() {
    merge("\"a\"=\"1\"~[-" + ROOT + "\\]");
    assertEquals(List.of("x.reg:5"), places());
    assertNotNull(root.value("a"));
  }

  @Test
  void keyEndsOnItsLine() {
    merge("[" + ROOT + "\\~A]~[" + ROOT + "~\\B]");
    assertEquals(List.of("x.reg:4", "x.reg:5", "x.reg:6", "x.reg:7"), places());
    assertTrue(root.keys().isEmpty());
  }

  @Test
  void keyKeepsSpaceAtItsEnd() {
    merge("[" + ROOT + "\\A ]~[" + ROOT + "\\B\"1]~[" + ROOT + "\\https://x]");
    problems.throwFirst();
    assertEquals(
        List.of("A ", "B\"1", "https://x"), root.keys().stream().map(RegistryKey::name).toList());
  }

  @Test
  void headerMayHaveSpaceBeforeIt() {
    mergeFile(" \t" + RegText.HEADER + "\r\n[" + ROOT + "]\r\n@=\"1\"");
    assertEquals("1", text(""));
  }

  @Test
  void headerIsOnTheFirstLine() {
    mergeFile("\r\n" + RegText.HEADER + "\r\n[" + ROOT + "]\r\n@=\"1\"");
    assertEquals("store.registry.version", problems.all().get(0).code());
  }
}
