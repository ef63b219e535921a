package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of JSON-C: strings with the codes from 0 on. Its fingerprint names it; no dictionary
 * changes, another one has another fingerprint.
 */
public final class Dictionary {

  /** The content type that the fingerprint covers: the octets are definitions of JSON-C. */
  private static final String CONTENT_TYPE = "application/json-c";

  /** The bits of the fingerprint: 20 octets. */
  private static final int BITS = 160;

  /** The names of the messages and signed objects of the Mesh, and the texts in most of them. */
  public static final Dictionary MESH = new Dictionary(MeshNames.ALL);

  private final List<String> texts;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Bytes octets;
  private final Udf udf;

  private Dictionary(List<String> texts) {
    this.texts = List.copyOf(texts);
    OctetWriter out = new OctetWriter();
    for (int i = 0; i < texts.size(); i++) {
      codes.put(texts.get(i), i);
      out.code(Tags.DEFINE, i);
      out.string(texts.get(i));
    }
    this.octets = out.bytes();
    this.udf = Udf.fingerprint(UdfFormat.MESH, CONTENT_TYPE, octets, BITS);
  }

  /** The number of its codes. */
  public int size() {
    return texts.size();
  }

  /** The string of a code, 0 to {@code size() - 1}. */
  public String text(int code) {
    return texts.get(code);
  }

  @Nullable Integer code(String text) {
    return codes.get(text);
  }

  /** The definitions that the fingerprint is taken of. */
  public Bytes octets() {
    return octets;
  }

  /** The fingerprint, for people and for {@code Hello}. */
  public Udf udf() {
    return udf;
  }

  /** The octets of the fingerprint, for {@code dict-hash}. */
  public Bytes fingerprint() {
    return udf.bytes();
  }
}
