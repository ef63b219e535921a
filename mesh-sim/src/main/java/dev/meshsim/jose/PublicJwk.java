package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.PublicMaterial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public key for one algorithm (RFC 7517). Immutable and checked: its point is on its curve, or
 * its modulus has an accepted size. Keys are equal if their kinds and numbers are.
 */
public final class PublicJwk {

  private final KeySpec spec;
  private final PublicMaterial material;
  private final ObjectNode others;
  private final Bytes spki;

  PublicJwk(KeySpec spec, PublicMaterial material) {
    this(spec, material, JsonNodeFactory.instance.objectNode());
  }

  private PublicJwk(KeySpec spec, PublicMaterial material, ObjectNode others) {
    this.spec = spec;
    this.material = material;
    this.others = others;
    this.spki = Bytes.of(material.spki());
  }

  /** The kind of the key. */
  public KeySpec spec() {
    return spec;
  }

  /** The algorithm of the key. */
  public Algorithm algorithm() {
    return spec.algorithm();
  }

  /**
   * The DER SubjectPublicKeyInfo (RFC 5280 4.1, RFC 8410 4, RFC 5480 2.1.1, RFC 3279 2.3.1), the
   * input of fingerprints of the {@code mesh} dialect. RSA keys of every use have algorithm {@code
   * rsaEncryption}.
   */
  public Bytes spki() {
    return spki;
  }

  /**
   * The DER RSAPublicKey (RFC 8017 A.1.1), the input of fingerprints of the {@code portal-2017}
   * dialect.
   *
   * @throws JoseException.BadKey if this is not an RSA key
   */
  public Bytes pkcs1() {
    return Bytes.of(material.pkcs1());
  }

  /**
   * The key as JSON: {@code kty}, {@code alg}, {@code kid} if given, then {@code crv}, {@code x},
   * {@code y} or {@code n}, {@code e}, then the other members with which it was read, for example
   * {@code use} or {@code ext}.
   *
   * @param kid the identifier to write, or null for none
   */
  public ObjectNode toJson(@Nullable String kid) {
    ObjectNode jwk = numbers(kid);
    others.forEachEntry((name, value) -> jwk.set(name, value.deepCopy()));
    return jwk;
  }

  private ObjectNode numbers(@Nullable String kid) {
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    jwk.put("kty", spec.kind().kty());
    jwk.put("alg", spec.algorithm().joseName());
    if (kid != null) {
      jwk.put("kid", kid);
    }
    material.writeTo(jwk);
    return jwk;
  }

  /**
   * Reads a key. {@code alg} may be absent only for the curves of RFC 8037, where {@code crv}
   * implies it; {@code use} and {@code key_ops} must agree with it; {@code kid} is not kept. Other
   * members are ignored (RFC 7517 4) and written again.
   *
   * @throws JoseException.BadKey if a member is missing, malformed or private, if the key is weak,
   *     or if it matches no {@link KeySpec}
   */
  public static PublicJwk fromJson(JsonNode members) {
    JwkMembers jwk = JwkMembers.of(members);
    KeySpec spec = JwkReader.publicSpec(jwk);
    return new PublicJwk(spec, spec.kind().readPublic(jwk), JwkReader.others(jwk, spec));
  }

  /** True if these octets are the bare signature of a message by this key. */
  public boolean verifies(Bytes message, Bytes signature) {
    return material.verify(message.toArray(), signature.toArray());
  }

  PublicMaterial material() {
    return material;
  }

  /**
   * Compares the kind too: the SubjectPublicKeyInfo of an RSA or P-256 key does not show its use.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof PublicJwk key && spec == key.spec && spki.equals(key.spki);
  }

  @Override
  public int hashCode() {
    return 31 * spec.hashCode() + spki.hashCode();
  }

  /** The kind and the numbers, without the members that are ignored. */
  @Override
  public String toString() {
    return "PublicJwk[" + numbers(null) + "]";
  }

  /** The labels of several kinds of keys, for messages. */
  static String labels(List<KeySpec> specs) {
    return String.join(", ", specs.stream().map(KeySpec::label).toList());
  }
}
