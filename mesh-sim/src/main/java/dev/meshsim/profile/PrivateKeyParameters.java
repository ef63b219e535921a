package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.udf.Udf;
import java.util.Arrays;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A private key under its fingerprint: the schema's {@code PublicKey} with {@code
 * PrivateParameters}. It is only ever in content that is encrypted. Its text form shows no key.
 *
 * @param udf the key's fingerprint
 * @param privateParameters the key in a tag that names its type; never change it
 */
public record PrivateKeyParameters(
    @JsonProperty("UDF") Udf udf, @JsonProperty("PrivateParameters") ObjectNode privateParameters) {

  /**
   * Checks that the key is a pair, and the one that the fingerprint is of.
   *
   * @throws IllegalArgumentException if not; no message repeats any of the key
   */
  public PrivateKeyParameters {
    Required.required(udf, "UDF");
    Required.required(privateParameters, "PrivateParameters");
    try (PrivateJwk key = read(privateParameters)) {
      if (!Dialect.of(udf).identifies(udf, key.publicJwk())) {
        throw new IllegalArgumentException("a private key is not the one that its UDF names");
      }
    }
  }

  /** A key, which stays open. */
  public static PrivateKeyParameters of(Dialect dialect, PrivateJwk key) {
    Udf udf = dialect.fingerprint(key.publicJwk());
    byte[] text = new byte[0];
    try (SecretBytes json = key.toJson(udf.text())) {
      text = json.expose();
      ObjectNode members = (ObjectNode) MeshJson.readTree(Bytes.of(text));
      ObjectNode tagged = JsonNodeFactory.instance.objectNode();
      tagged.set(KeyTags.privateTag(members), members);
      return new PrivateKeyParameters(udf, tagged);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** The key pair, which the caller closes. */
  public PrivateJwk key() {
    return read(privateParameters);
  }

  private static PrivateJwk read(ObjectNode parameters) {
    return PrivateJwk.fromJson(KeyTags.untagPrivate(parameters));
  }

  /** {@code PrivateKeyParameters[fingerprint]}. */
  @Override
  public String toString() {
    return "PrivateKeyParameters[" + udf + "]";
  }
}
