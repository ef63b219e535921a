package dev.meshsim.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuoteTest {

  @Test
  void invisibleCharactersAreShownAsTheirNumbers() {
    assertEquals("\"a\\u000ab\\u202ec\"", Quote.text("a\nb\u202ec"));
    assertEquals("a b \\u001b[31mc\\u202e", Quote.line("a\r\n  b\t\u001b[31mc\u202e"));
    assertEquals("a\\u2028b\\u2029c\\u009bd", Quote.of("a\u2028b\u2029c\u009bd"));
    assertEquals("\\ud800x", Quote.brief("\ud800x"));
    assertEquals("dir/\\u001b[2J", Quote.of(Path.of("dir", "\u001b[2J")));
  }

  @Test
  void visibleCharactersStay() {
    String text = "\u00e4 \u4e2d \ud83d\ude00 \\ \" '";
    assertEquals(text, Quote.of(text));
    assertEquals(text, Quote.brief(text));
  }

  @Test
  void aLongTextIsCut() {
    String text = "x".repeat(1000);
    assertEquals('"' + "x".repeat(80) + "...\"", Quote.text(text));
    assertEquals("x".repeat(200) + "...", Quote.line(text));
    assertEquals(text, Quote.of(text));
    assertEquals("x".repeat(80), Quote.brief("x".repeat(80)));
    // An escape counts by the characters that it takes up.
    assertEquals("\\u000a".repeat(14) + "...", Quote.brief("\n".repeat(1000)));
  }

  @Test
  void noTextIsNone() {
    assertEquals("none", Quote.text(null));
  }
}
