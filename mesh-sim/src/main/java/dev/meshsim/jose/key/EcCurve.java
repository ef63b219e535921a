package dev.meshsim.jose.key;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** The NIST curves (RFC 7518 6.2), each with its hash for ECDSA (RFC 7518 3.4). */
public enum EcCurve implements KeyKind {
  /** The curve P-256: coordinates of 32 octets, SHA-256. */
  P_256("P-256", "secp256r1", "1.2.840.10045.3.1.7", 32, "SHA-256"),
  /** The curve P-384: coordinates of 48 octets, SHA-384. Read, never written. */
  P_384("P-384", "secp384r1", "1.3.132.0.34", 48, "SHA-384"),
  /** The curve P-521: coordinates of 66 octets, SHA-512. Read, never written. */
  P_521("P-521", "secp521r1", "1.3.132.0.35", 66, "SHA-512");

  /** The value of {@code kty}. */
  public static final String KTY = "EC";

  private final String crv;
  private final ASN1ObjectIdentifier oid;
  private final int coordinateOctets;
  private final String hash;
  private final ECDomainParameters domain;

  EcCurve(String crv, String name, String oid, int coordinateOctets, String hash) {
    X9ECParameters parameters = CustomNamedCurves.getByName(name);
    this.crv = crv;
    this.oid = new ASN1ObjectIdentifier(oid);
    this.coordinateOctets = coordinateOctets;
    this.hash = hash;
    this.domain = new ECDomainParameters(parameters);
  }

  @Override
  public String kty() {
    return KTY;
  }

  @Override
  public boolean matches(JwkMembers jwk) {
    return crv.equals(jwk.optionalText("crv"));
  }

  @Override
  public List<String> publicMembers() {
    return List.of("crv", "x", "y");
  }

  @Override
  public List<String> privateMembers() {
    return List.of("d");
  }

  @Override
  public EcKeys.Public readPublic(JwkMembers jwk) {
    jwk.expect("kty", kty());
    jwk.expect("crv", crv);
    BigInteger x = new BigInteger(1, jwk.octets("x", coordinateOctets));
    BigInteger y = new BigInteger(1, jwk.octets("y", coordinateOctets));
    try {
      return new EcKeys.Public(
          this, domain.validatePublicPoint(domain.getCurve().createPoint(x, y)));
    } catch (IllegalArgumentException e) {
      throw JwkMembers.bad(
          "the point of the " + crv + " key is not on the curve", "check members \"x\" and \"y\"");
    }
  }

  @Override
  public PrivateMaterial readPrivate(JwkMembers jwk) {
    EcKeys.Private key = privateKey(jwk.octets("d", coordinateOctets));
    if (!key.publicMaterial().point().equals(readPublic(jwk).point())) {
      throw JwkMembers.bad(
          "the public and the private part do not match", "give both parts of one key");
    }
    return key;
  }

  @Override
  public PrivateMaterial readPkcs8(PrivateKeyInfo info) {
    ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
    if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        || !oid.equals(curve)) {
      throw JwkMembers.bad(
          "the PKCS #8 key is not of curve " + crv, "use a key of the expected kind");
    }
    try {
      BigInteger scalar = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
      if (scalar.bitLength() > 8 * coordinateOctets) {
        throw scalarOutOfRange();
      }
      return privateKey(BigIntegers.asUnsignedByteArray(coordinateOctets, scalar));
    } catch (IOException | IllegalArgumentException e) {
      throw JwkMembers.bad("the PKCS #8 key holds no EC key", "see RFC 5915 section 3");
    }
  }

  /** Generates a pair with Bouncy Castle: octets are drawn until they are a valid scalar. */
  @Override
  public EcKeys.Private generate(RandomStream random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random.asSecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    BigInteger scalar = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
    return new EcKeys.Private(
        this,
        BigIntegers.asUnsignedByteArray(coordinateOctets, scalar),
        ((ECPublicKeyParameters) pair.getPublic()).getQ());
  }

  /** Takes ownership of {@code scalar}, which must be from 1 to the group's order - 1. */
  private EcKeys.Private privateKey(byte[] scalar) {
    try {
      BigInteger number = domain.validatePrivateScalar(new BigInteger(1, scalar));
      ECPoint point = new FixedPointCombMultiplier().multiply(domain.getG(), number);
      return new EcKeys.Private(this, scalar, point.normalize());
    } catch (IllegalArgumentException e) {
      throw scalarOutOfRange();
    }
  }

  private JoseException.BadKey scalarOutOfRange() {
    return JwkMembers.bad(
        "the private number of the " + crv + " key is out of range", "check member \"d\"");
  }

  /** A coordinate in base64url, with leading zero octets up to the full length. */
  String coordinate(BigInteger value) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(coordinateOctets, value)).base64Url();
  }

  /** The uncompressed encoding of a point (SEC 1 2.3.3): 0x04 and both coordinates. */
  static byte[] uncompressed(ECPoint point) {
    return point.getEncoded(false);
  }

  String crv() {
    return crv;
  }

  ASN1ObjectIdentifier oid() {
    return oid;
  }

  int coordinateOctets() {
    return coordinateOctets;
  }

  String hash() {
    return hash;
  }

  ECDomainParameters domain() {
    return domain;
  }
}
