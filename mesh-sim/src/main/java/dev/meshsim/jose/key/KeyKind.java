package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A kind of key with fixed parameters: a reader and a generator of such keys. */
public sealed interface KeyKind permits EdwardsCurve, MontgomeryCurve, EcCurve, RsaKind {

  /** The value of {@code kty} (RFC 7517 4.1). */
  String kty();

  /** True if the members are of this kind, given that {@code kty} is: by {@code crv} or by size. */
  boolean matches(JwkMembers jwk);

  /** The names of the members that hold the public key. */
  List<String> publicMembers();

  /** The names of the members that hold the private key. */
  List<String> privateMembers();

  /**
   * Reads and checks the public members.
   *
   * @throws JoseException.BadKey if a member is missing, malformed or weak
   */
  PublicMaterial readPublic(JwkMembers jwk);

  /**
   * Reads the public and the private members.
   *
   * @throws JoseException.BadKey if a member is missing, malformed or weak, or the parts do not
   *     match
   */
  PrivateMaterial readPrivate(JwkMembers jwk);

  /**
   * Reads a PKCS #8 key.
   *
   * @throws JoseException.BadKey if it is malformed or of another kind
   */
  PrivateMaterial readPkcs8(PrivateKeyInfo info);

  /** Generates a pair, which depends only on the stream's next octets. */
  PrivateMaterial generate(RandomStream random);
}
