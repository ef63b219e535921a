package dev.meshsim.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Hostile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerminalStreamTest {

  /** The output for octets that are written in pieces of random lengths. */
  private static String through(byte[] octets, boolean windows, Random pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TerminalStream stream = new TerminalStream(out, windows)) {
      for (int at = 0; at < octets.length; ) {
        int length = Math.min(1 + pieces.nextInt(4), octets.length - at);
        stream.write(octets, at, length);
        at += length;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String through(String text) throws IOException {
    return through(text.getBytes(StandardCharsets.UTF_8), false, new Random(1));
  }

  @Test
  void visibleTextAndLineFeedsPass() throws IOException {
    String text = "line one\nä 中 😀 \\u202e \"'\n";
    assertEquals(text, through(text));
  }

  @Test
  void whatMisleadsIsEscapedAsInJson() throws IOException {
    assertEquals(
        "\\u001b[31m\\u202e\\u2028\\u0085\\u000d\n", through("\u001b[31m\u202e\u2028\u0085\r\n"));
    assertEquals("\\udb40\\udc01\\u0009\\u007f", through("\udb40\udc01\t\u007f"));
    Hostile.assertHarmless(through(Hostile.TEXT), -1);
  }

  @Test
  void octetsThatAreNoUtf8AreReplaced() throws IOException {
    byte[] octets = {
      (byte) 0x9b, 'a', (byte) 0xe2, (byte) 0x80, 'b', (byte) 0xc0, 'c', (byte) 0xf4
    };
    assertEquals("\ufffda\ufffdb\ufffdc\ufffd", through(octets, false, new Random(1)));
    byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
    Hostile.assertHarmless(through(surrogate, false, new Random(1)), -1);
  }

  @Test
  void aCarriageReturnPassesAtTheEndOfALineOfWindows() throws IOException {
    byte[] octets = "a\r\nb\rc\r\r\nd\r".getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 20; seed++) {
      assertEquals("a\r\nb\\u000dc\\u000d\r\nd\\u000d", through(octets, true, new Random(seed)));
    }
  }

  @Test
  void randomOctetsAreHarmlessHoweverTheyAreCut() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      String whole = through(octets, false, new Random(1));
      Hostile.assertHarmless(whole, -1);
      assertEquals(whole, through(octets, false, random));
      assertTrue(whole.length() >= new String(octets, StandardCharsets.US_ASCII).length() / 4);
    }
  }
}
