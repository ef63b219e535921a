package dev.meshsim.json.binary;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a writer of JSON-C gives: those of {@link Dictionary#MESH} from 0 on, then one for
 * each other member name when it first comes. A string value gets a code only if a name has it.
 */
final class CodeBook {

  /** Shorter names cost no more than their code. */
  private static final int SHORTEST = 2;

  private final Map<String, Integer> more = new HashMap<>();

  /** Inserts the dictionary; before the first object or array. */
  void begin(OctetWriter out) {
    byte[] fingerprint = Dictionary.MESH.fingerprint().toArray();
    out.put(Tags.DICTIONARY);
    out.number(0, Integer.BYTES);
    out.put(fingerprint.length);
    out.put(fingerprint, 0, fingerprint.length);
  }

  /**
   * Writes the code of a name.
   *
   * @return false if its string follows: after its definition, or because it has no code
   */
  boolean name(OctetWriter out, String name) {
    Integer code = code(name);
    if (code != null) {
      out.code(Tags.CODE, code);
      return true;
    }
    int next = Dictionary.MESH.size() + more.size();
    if (name.length() >= SHORTEST && more.size() < CodeTable.MOST) {
      more.put(name, next);
      out.code(Tags.USE_AND_DEFINE, next);
    }
    return false;
  }

  /** Writes the code of a string value; false if it has none. */
  boolean value(OctetWriter out, String text) {
    Integer code = code(text);
    if (code == null) {
      return false;
    }
    out.code(Tags.CODE, code);
    return true;
  }

  private @Nullable Integer code(String text) {
    Integer known = Dictionary.MESH.code(text);
    return known == null ? more.get(text) : known;
  }
}
