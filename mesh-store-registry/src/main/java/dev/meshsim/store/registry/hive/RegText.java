package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The text of a .reg file.
 *
 * <p>Windows writes version 5.00 in UTF-16LE after a byte order mark. Other tools write the same
 * text in UTF-8, which is read too. REGEDIT4 is in the code page of the machine that wrote it and
 * does not say which, so it is refused rather than guessed at.
 */
public final class RegText {

  /** The first line of a file that regedit 5.00 writes. */
  public static final String HEADER = "Windows Registry Editor Version 5.00";

  /** U+FEFF in UTF-16LE. */
  public static final Bytes MARK_16 = Bytes.hex("fffe");

  private static final Bytes MARK_16_BIG = Bytes.hex("feff");
  private static final Bytes MARK_8 = Bytes.hex("efbbbf");

  private RegText() {}

  /**
   * The whole text, the header and the ends of the lines (LF or CR LF) included.
   *
   * @throws RegistryException {@code store.registry.line-ends} if they end with CR alone
   * @throws RegistryException {@code store.registry.encoding} if it is neither UTF-16LE with a mark
   *     nor UTF-8, or holds a NUL
   * @throws RegistryException {@code store.registry.version} if the first line is not {@link
   *     #HEADER}; regedit accepts spaces before it
   */
  static String of(Path file, Bytes octets) {
    String text = decode(file, octets);
    int feed = text.indexOf('\n');
    String first = text.substring(0, feed < 0 ? text.length() : feed).strip();
    if (first.startsWith(HEADER + '\r')) {
      throw RegistryException.lineEnds(new FileLine(file, 1));
    }
    if (!first.equals(HEADER)) {
      throw RegistryException.header(new FileLine(file, 1), first);
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw RegistryException.encoding(
          new FileLine(file, lineOf(text, nul)),
          "has a NUL character, which no name or text holds");
    }
    return text;
  }

  private static String decode(Path file, Bytes octets) {
    byte[] all = octets.toArray();
    if (octets.startsWith(MARK_16)) {
      return decode(file, all, MARK_16.length(), StandardCharsets.UTF_16LE);
    }
    if (octets.startsWith(MARK_16_BIG)) {
      throw RegistryException.encoding(FileLine.of(file), "is in UTF-16BE");
    }
    // The first character is a letter of ASCII, which has a zero octet in UTF-16 only.
    if (all.length > 1 && (all[0] == 0) != (all[1] == 0)) {
      throw RegistryException.encoding(
          FileLine.of(file),
          "is in UTF-16" + (all[0] == 0 ? "BE" : "LE") + " without a byte order mark");
    }
    int start = octets.startsWith(MARK_8) ? MARK_8.length() : 0;
    return decode(file, all, start, StandardCharsets.UTF_8);
  }

  private static String decode(Path file, byte[] octets, int start, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(octets, start, octets.length - start);
    CharBuffer out = CharBuffer.allocate(octets.length);
    CoderResult result = charset.newDecoder().decode(in, out, true);
    out.flip();
    if (result.isError()) {
      String before = out.toString();
      throw RegistryException.encoding(
          new FileLine(file, lineOf(before, before.length())),
          "is not well-formed " + charset + " at octet " + in.position());
    }
    return out.toString();
  }

  private static int lineOf(String text, int end) {
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
