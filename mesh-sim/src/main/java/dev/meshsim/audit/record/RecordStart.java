package dev.meshsim.audit.record;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A matcher for the beginning of a record, octet by octet: a brace, white space and the name of a
 * record in quotation marks. In the text that a record carries every quotation mark is escaped, so
 * there is no match inside one. More than {@value #WIDEST} octets of white space end a match, which
 * bounds the memory for octets that may become one.
 */
final class RecordStart {

  /** The first record of a log; encrypted objects have a member of this name too. */
  static final String HEADER = "Header";

  private static final Set<String> RECORDS =
      Set.of(HEADER, "DataItem", "Final", "Terminal", "Index");
  private static final Set<String> OBJECTS =
      Set.of(
          "SignedPersonalProfile",
          "SignedCurrentProfile",
          "SignedMasterProfile",
          "SignedDeviceProfile",
          "SignedApplicationProfile",
          "SignedConnectionRequest",
          "SignedConnectionResult",
          "OfflineEscrowEntry",
          "OnlineEscrowEntry");
  private static final int LONGEST = 24;
  private static final int WIDEST = 1024;

  private enum At {
    NOWHERE,
    AFTER_BRACE,
    IN_NAME
  }

  private final byte[] name = new byte[LONGEST];
  private At at = At.NOWHERE;
  private int length;
  private long brace;

  /** True if no match has begun, so that only a brace matters. */
  boolean idle() {
    return at == At.NOWHERE;
  }

  /** The offset of the brace of the last match or of the one that has begun. */
  long brace() {
    return brace;
  }

  /**
   * Takes the next octet.
   *
   * @param offset the offset of the octet in the file
   * @return the name after a brace, if this octet ends it; otherwise empty
   */
  String take(byte octet, long offset) {
    if (octet == '{') {
      at = At.AFTER_BRACE;
      brace = offset;
    } else if (at == At.AFTER_BRACE) {
      afterBrace(octet, offset);
    } else if (at == At.IN_NAME) {
      if (octet == '"') {
        at = At.NOWHERE;
        return new String(name, 0, length, StandardCharsets.US_ASCII);
      }
      if (length == LONGEST || !isLetter(octet)) {
        at = At.NOWHERE;
      } else {
        name[length++] = octet;
      }
    }
    return "";
  }

  private void afterBrace(byte octet, long offset) {
    if (octet == '"') {
      at = At.IN_NAME;
      length = 0;
    } else if (!isSpace(octet) || offset - brace > WIDEST) {
      at = At.NOWHERE;
    }
  }

  /** True for the records of a log. */
  static boolean isRecord(String name) {
    return RECORDS.contains(name);
  }

  /** True for objects that may be in a file of their own. */
  static boolean isObject(String name) {
    return OBJECTS.contains(name);
  }

  static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
  }

  private static boolean isLetter(byte octet) {
    return (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
  }
}
