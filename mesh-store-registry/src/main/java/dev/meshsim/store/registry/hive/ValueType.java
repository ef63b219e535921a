package dev.meshsim.store.registry.hive;

import java.util.Locale;

/** The types of registry values, by the numbers that Windows gives them. */
final class ValueType {

  static final int REG_SZ = 1;
  static final int REG_BINARY = 3;
  static final int REG_DWORD = 4;

  private static final String[] NAMES = {
    "REG_NONE",
    "REG_SZ",
    "REG_EXPAND_SZ",
    "REG_BINARY",
    "REG_DWORD",
    "REG_DWORD_BIG_ENDIAN",
    "REG_LINK",
    "REG_MULTI_SZ",
    "REG_RESOURCE_LIST",
    "REG_FULL_RESOURCE_DESCRIPTOR",
    "REG_RESOURCE_REQUIREMENTS_LIST",
    "REG_QWORD"
  };

  private ValueType() {}

  /** The name that Windows documents, or the number in hexadecimal. */
  static String name(int type) {
    return type >= 0 && type < NAMES.length
        ? NAMES[type]
        : "type 0x" + String.format(Locale.ROOT, "%x", type);
  }
}
