package dev.meshsim.audit.record;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Recognises, octet by octet, where a record begins: a brace, white space, and the name of a record
 * in quotes. In the text that a record carries every quote has a backslash before it, so this never
 * matches inside one. More than {@value #WIDEST} octets of white space end the match, since what
 * may become a match has to be kept.
 */
final class RecordStart {

  /** The first record of a log; a member of encrypted objects has the same name. */
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

  /** True if the next octet matters only if it is a brace. */
  boolean idle() {
    return at == At.NOWHERE;
  }

  /** Where the brace of the last match, or of what may become one, stands in the file. */
  long brace() {
    return brace;
  }

  /**
   * Takes the next octet.
   *
   * @param offset where it stands in the file
   * @return the name in quotes after a brace, if it just ended; otherwise empty
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

  /** True of the records of a log. */
  static boolean isRecord(String name) {
    return RECORDS.contains(name);
  }

  /** True of objects that stand in files of their own. */
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
