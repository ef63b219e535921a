package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.IndexTerm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index terms of a record in its row: a JSON array. Nearly all are plain ASCII in the form of
 * {@link #write}, for which this class has a fast parser: a general one would take as long as H2
 * takes for the row. Any other text is left to the general parser.
 */
final class TermsJson {

  private static final String TYPE = "{\"Type\":\"";
  private static final String TERM = "\",\"Term\":\"";

  private final byte[] json;
  private int at;

  private TermsJson(byte[] json) {
    this.json = json;
  }

  static byte[] write(List<IndexTerm> terms) {
    return MeshJson.write(terms).toArray();
  }

  /** Reads the form of {@link #write}, and any other JSON of equal meaning. */
  static List<IndexTerm> read(byte[] json) {
    List<IndexTerm> plain = new TermsJson(json).plain();
    return plain == null ? parsed(json) : plain;
  }

  static List<IndexTerm> parsed(byte[] json) {
    return List.of(MeshJson.read(Bytes.of(json), IndexTerm[].class));
  }

  /** The terms, or null if they are not in the plain form. */
  private @Nullable List<IndexTerm> plain() {
    if (skips("[]")) {
      return at == json.length ? List.of() : null;
    }
    List<IndexTerm> terms = new ArrayList<>(2);
    do {
      IndexTerm term = skips(terms.isEmpty() ? "[" : ",") ? term() : null;
      if (term == null) {
        return null;
      }
      terms.add(term);
    } while (!skips("]"));
    return at == json.length ? terms : null;
  }

  private @Nullable IndexTerm term() {
    String type = skips(TYPE) ? string() : null;
    String term = type != null && skips(TERM) ? string() : null;
    return type != null && term != null && skips("\"}") ? new IndexTerm(type, term) : null;
  }

  private boolean skips(String expected) {
    if (json.length - at < expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (json[at + i] != expected.charAt(i)) {
        return false;
      }
    }
    at += expected.length();
    return true;
  }

  /** The text up to the next quote; null if it needs decoding. */
  private @Nullable String string() {
    int from = at;
    while (at < json.length && json[at] != '"') {
      if (json[at] < ' ' || json[at] == '\\') {
        return null;
      }
      at++;
    }
    return new String(json, from, at - from, StandardCharsets.US_ASCII);
  }
}
