package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.store.h2.database.DatabaseException;

/** The text of a column that holds octets: strict UTF-8 (RFC 3629). */
final class ColumnText {

  private ColumnText() {}

  /**
   * Decodes a name or a term.
   *
   * @throws DatabaseException if the octets are not UTF-8, so that two names never become one
   */
  static String of(byte[] octets) {
    Bytes text = Bytes.of(octets);
    int fault = text.utf8Fault();
    if (fault >= 0) {
      throw DatabaseException.notUtf8(fault);
    }
    return text.utf8();
  }
}
