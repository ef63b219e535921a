package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.jose.key.PrivateMembers;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key pair for one algorithm (RFC 7517). Its two parts are checked to be one pair. {@link
 * #close()} clears the secret octets; the numbers of an RSA key cannot be cleared in Java and are
 * only released.
 */
public final class PrivateJwk implements AutoCloseable {

  private final KeySpec spec;
  private final PublicJwk publicJwk;
  private final ObjectNode others;
  private volatile @Nullable PrivateMaterial material;

  private PrivateJwk(KeySpec spec, PrivateMaterial material) {
    this(spec, material, JsonNodeFactory.instance.objectNode());
  }

  private PrivateJwk(KeySpec spec, PrivateMaterial material, ObjectNode others) {
    this.spec = spec;
    this.material = material;
    this.others = others;
    this.publicJwk = new PublicJwk(spec, material.publicMaterial());
  }

  /**
   * Generates a pair. It depends only on {@code spec} and on the next octets of {@code random}.
   *
   * @param random the source of the key. RSA keys of a reproducible stream are cached in this
   *     process, since they take long to find; the stream's position afterwards does not depend on
   *     the cache
   */
  public static PrivateJwk generate(KeySpec spec, RandomStream random) {
    return new PrivateJwk(spec, spec.kind().generate(random));
  }

  /**
   * A copy of the pair, with secret octets of its own. Other members than the numbers are left out.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public PrivateJwk copy() {
    return new PrivateJwk(spec, material().copy());
  }

  /** The kind of the key. */
  public KeySpec spec() {
    return spec;
  }

  /** The public part, without other members than its numbers: they are of the pair. */
  public PublicJwk publicJwk() {
    return publicJwk;
  }

  /**
   * The pair as UTF-8 JSON without white space: the members of {@link PublicJwk#toJson}, the other
   * members with which it was read, and then {@code d}, or {@code d}, {@code p}, {@code q}, {@code
   * dp}, {@code dq}, {@code qi} for RSA.
   *
   * @param kid the identifier to write, or null for none
   */
  public SecretBytes toJson(@Nullable String kid) {
    return append(publicJwk.toJson(kid));
  }

  /**
   * The pair as the {@code portal-2017} dialect writes it: as {@link #toJson} but without {@code
   * kty} and {@code alg}, since there the tag around the key is its type.
   */
  public SecretBytes toUntypedJson(String kid) {
    ObjectNode members = publicJwk.toJson(kid);
    members.remove(List.of("kty", "alg"));
    return append(members);
  }

  private SecretBytes append(ObjectNode members) {
    members.setAll(others);
    return PrivateMembers.append(MeshJson.write(members).toArray(), material().privateMembers());
  }

  /**
   * Reads a pair from what {@link #toJson} or another JOSE library wrote.
   *
   * @throws dev.meshsim.json.JsonException if it is not JSON
   * @throws JoseException.BadKey as {@link PublicJwk#fromJson}, and if the parts are not one pair
   */
  public static PrivateJwk fromJson(SecretBytes json) {
    byte[] text = json.expose();
    try {
      return fromJson(Bytes.of(text));
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** Reads a pair from UTF-8 JSON; see {@link #fromJson(SecretBytes)}. */
  public static PrivateJwk fromJson(Bytes json) {
    return fromJson(MeshJson.readTree(json));
  }

  /** Reads a pair from its members; see {@link #fromJson(SecretBytes)}. */
  public static PrivateJwk fromJson(JsonNode members) {
    JwkMembers jwk = JwkMembers.of(members);
    KeySpec spec = JwkReader.privateSpec(jwk);
    return new PrivateJwk(spec, spec.kind().readPrivate(jwk), JwkReader.others(jwk, spec));
  }

  /**
   * The bare signature of a message, for formats that are not JOSE.
   *
   * @param random for algorithms that draw; Ed25519 and Ed448 draw nothing
   */
  public Bytes signature(Bytes message, RandomStream random) {
    return Bytes.of(material().sign(message.toArray(), random));
  }

  /** The DER PrivateKeyInfo (RFC 5208, RFC 8410 7, RFC 5915, RFC 8017 A.1.2). */
  public SecretBytes pkcs8() {
    return SecretBytes.moveFrom(material().pkcs8());
  }

  /**
   * Reads a DER PrivateKeyInfo.
   *
   * @param spec the kind and use of the key, which PKCS #8 does not contain
   * @throws JoseException.BadKey if it is malformed or holds another kind of key
   */
  public static PrivateJwk fromPkcs8(KeySpec spec, SecretBytes der) {
    byte[] octets = der.expose();
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(octets));
      if (info == null) {
        throw JwkMembers.bad("there is no PKCS #8 key", "give the DER of a PrivateKeyInfo");
      }
      return new PrivateJwk(spec, spec.kind().readPkcs8(info));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw JwkMembers.bad("the PKCS #8 key is not well-formed DER", "see RFC 5208");
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * The private numbers.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  PrivateMaterial material() {
    PrivateMaterial present = material;
    if (present == null) {
      throw new IllegalStateException("this private key was cleared");
    }
    return present;
  }

  /** Clears the secret octets. A second call does nothing. */
  @Override
  public void close() {
    PrivateMaterial present = material;
    material = null;
    if (present != null) {
      present.clear();
    }
  }

  /** {@code PrivateJwk[kind]}, with no number of the key. */
  @Override
  public String toString() {
    return "PrivateJwk[" + spec.label() + "]";
  }
}
