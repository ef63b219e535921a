package dev.meshsim.scenario.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a file's octets, and finds the place of the first one that is not UTF-8. */
final class Utf8Text {

  private Utf8Text() {}

  static String decode(String file, byte[] octets) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(octets.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(octets), text, true);
    text.flip();
    if (result.isError()) {
      throw new YamlException(
          endOf(file, text.toString()),
          YamlException.Code.SYNTAX,
          "the file is not UTF-8: an octet here begins no character",
          "save the file as UTF-8");
    }
    String decoded = text.toString();
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  /** The position just after {@code text}, whose lines end as in YAML: CR, LF or both. */
  static Place endOf(String file, String text) {
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean inPair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (c == '\n' || (c == '\r' && !inPair)) {
        line++;
        lineStart = at + 1;
      }
    }
    return new Place(file, line, text.codePointCount(lineStart, text.length()) + 1);
  }
}
