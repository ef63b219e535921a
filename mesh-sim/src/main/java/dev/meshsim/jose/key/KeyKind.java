package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A family of keys with its parameters fixed: how such a key is read and made. */
public sealed interface KeyKind permits EdwardsCurve, MontgomeryCurve, EcCurve, RsaKind {

  /** The value of {@code kty} (RFC 7517 4.1). */
  String kty();

  /** True if the members that tell kinds of one {@code kty} apart say it is this one. */
  boolean matches(JwkMembers jwk);

  /** The names of the members that hold the public key. */
  List<String> publicMembers();

  /** The names of the members that hold the private key. */
  List<String> privateMembers();

  /** Reads and checks the public members. */
  PublicMaterial readPublic(JwkMembers jwk);

  /** Reads the public and the private members and checks that they belong together. */
  PrivateMaterial readPrivate(JwkMembers jwk);

  /**
   * Reads the content of a PKCS #8 key; throws {@link JoseException.BadKey} if it is another kind.
   */
  PrivateMaterial readPkcs8(PrivateKeyInfo info);

  /** Makes a new pair from the stream alone. */
  PrivateMaterial generate(RandomStream random);
}
