package dev.meshsim.json.binary;

/** The octets that begin an item (jsonbcd-16 tables 1 to 4). */
final class Tags {

  static final int STRING = 0x80;
  static final int STRING_CHUNK = 0x84;
  static final int DATA = 0x88;
  static final int DATA_CHUNK = 0x8c;
  static final int BINARY64 = 0x92;
  static final int POSITIVE = 0xa0;
  static final int POSITIVE_BIG = 0xa7;
  static final int NEGATIVE = 0xa8;
  static final int NEGATIVE_BIG = 0xaf;
  static final int TRUE = 0xb0;
  static final int FALSE = 0xb1;
  static final int NULL = 0xb2;
  static final int CODE = 0xc0;
  static final int DEFINE = 0xc4;
  static final int USE_AND_DEFINE = 0xc8;
  static final int DICTIONARY = 0xd0;

  /** The difference of a positive tag and the negative one. */
  static final int SIGN = NEGATIVE - POSITIVE;

  private static final int CODE_WIDTHS = 3;
  private static final int LENGTH_WIDTHS = 4;

  private Tags() {}

  static boolean isString(int octet) {
    return octet >= STRING && octet < DATA;
  }

  static boolean isData(int octet) {
    return octet >= DATA && octet < DATA + 2 * LENGTH_WIDTHS;
  }

  /** True if it uses a code of JSON-C. */
  static boolean isCode(int octet) {
    return isIn(CODE, octet) || isIn(USE_AND_DEFINE, octet);
  }

  /** True if it defines codes of JSON-C and is no value. */
  static boolean isDefinition(int octet) {
    return isIn(DEFINE, octet) || octet == DICTIONARY;
  }

  private static boolean isIn(int first, int octet) {
    return octet >= first && octet < first + CODE_WIDTHS;
  }

  /** The octets of the length or the code that follows a tag: 1, 2, 4 or 8. */
  static int width(int octet) {
    return 1 << (octet & 3);
  }

  /** The meaning of an octet that begins no value, for a message. */
  static String describe(int octet) {
    String tag = String.format(java.util.Locale.ROOT, "0x%02x", octet);
    if (octet == 0x90 || octet == 0x91 || (octet >= 0x94 && octet <= 0x98)) {
      return tag + ", a floating-point number of JSON-D";
    }
    if (octet >= 0xa4 && octet <= 0xae) {
      return tag + ", an integer of JSON-D";
    }
    if (octet >= 0xcc && octet <= 0xce) {
      return tag + ", for whose content the draft has no form";
    }
    if (octet >= 0xf0) {
      return tag + ", of a frame or record";
    }
    if (isCode(octet) || isDefinition(octet)) {
      return tag + ", of JSON-C";
    }
    return octet > ' ' && octet < 0x7f ? "'" + (char) octet + "'" : tag;
  }
}
