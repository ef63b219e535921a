package dev.meshsim.cli.console;

import dev.meshsim.error.Quote;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The last line of defence of a terminal: UTF-8 in which every character but a line feed that
 * {@link Quote} would escape is escaped as there. Inside a JSON string that is the escape of JSON,
 * so the value stays the same. Octets that are no UTF-8 become U+FFFD. It keeps at most three
 * octets, the beginning of a character.
 */
final class TerminalStream extends FilterOutputStream {

  private static final byte[] UNREADABLE = "\ufffd".getBytes(StandardCharsets.UTF_8);
  private static final int MOST_OCTETS = 4;

  private final boolean windows;
  private final byte[] begun = new byte[MOST_OCTETS];
  private int count;
  private boolean carriageReturn;

  /**
   * A filter before {@code out}.
   *
   * @param windows true if a line ends with a carriage return and a line feed
   */
  TerminalStream(OutputStream out, boolean windows) {
    super(out);
    this.windows = windows;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    int plain = from;
    for (int at = from; at < from + length; at++) {
      if (!isPlain(octets[at]) || count > 0 || carriageReturn) {
        out.write(octets, plain, at - plain);
        plain = at + 1;
        next(octets[at]);
      }
    }
    out.write(octets, plain, from + length - plain);
  }

  /** Visible ASCII, a space or a line feed. */
  private static boolean isPlain(byte octet) {
    return (octet >= ' ' && octet != 0x7f) || octet == '\n';
  }

  private void next(byte octet) throws IOException {
    if (carriageReturn) {
      carriageReturn = false;
      if (octet == '\n') {
        out.write('\r');
      } else {
        escape("\r");
      }
    }
    boolean continues = (octet & 0xc0) == 0x80;
    if (count > 0 && !continues) {
      unreadable();
    }
    if (octet >= 0) {
      ascii(octet);
    } else if (continues && count == 0) {
      out.write(UNREADABLE);
    } else {
      begun[count++] = octet;
      if (count == expected()) {
        character();
      }
    }
  }

  private void ascii(byte octet) throws IOException {
    if (isPlain(octet)) {
      out.write(octet);
    } else if (octet == '\r' && windows) {
      carriageReturn = true;
    } else {
      escape(String.valueOf((char) octet));
    }
  }

  /** The length that the first octet gives the character; 1 if it begins none. */
  private int expected() {
    int first = begun[0] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return 1;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : MOST_OCTETS;
  }

  /** Writes the character that is complete; overlong forms and surrogates are decoded to U+FFFD. */
  private void character() throws IOException {
    String text = new String(begun, 0, count, StandardCharsets.UTF_8);
    count = 0;
    escape(text);
  }

  private void unreadable() throws IOException {
    count = 0;
    out.write(UNREADABLE);
  }

  private void escape(String text) throws IOException {
    out.write(Quote.of(text).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    if (count > 0) {
      unreadable();
    }
    if (carriageReturn) {
      carriageReturn = false;
      escape("\r");
    }
    super.close();
  }
}
