package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/**
 * The kind of RSA keys of one size for one use (RFC 7518 6.3).
 *
 * @param use the algorithm
 * @param bits the exact length of the modulus: 2048, 3072 or 4096; or 0 for any of these
 */
public record RsaKind(RsaUse use, int bits) implements KeyKind {

  static final String KTY = "RSA";

  private static final Set<Integer> SIZES = Set.of(2048, 3072, 4096);
  private static final int LEAST_EXPONENT = 65537;
  private static final int EXPONENT_BITS = 64;

  @Override
  public String kty() {
    return KTY;
  }

  @Override
  public boolean matches(JwkMembers jwk) {
    return bits == 0 || jwk.integer("n").bitLength() == bits;
  }

  @Override
  public List<String> publicMembers() {
    return List.of("n", "e");
  }

  @Override
  public List<String> privateMembers() {
    return List.of("d", "p", "q", "dp", "dq", "qi");
  }

  @Override
  public PublicMaterial readPublic(JwkMembers jwk) {
    jwk.expect("kty", KTY);
    return new RsaKeys.Public(use, modulus(jwk.integer("n")), exponent(jwk.integer("e")));
  }

  @Override
  public PrivateMaterial readPrivate(JwkMembers jwk) {
    jwk.expect("kty", KTY);
    jwk.refuseOtherPrimes();
    return privateKey(
        new RsaNumbers(
            jwk.integer("n"),
            jwk.integer("e"),
            jwk.integer("d"),
            jwk.integer("p"),
            jwk.integer("q"),
            jwk.integer("dp"),
            jwk.integer("dq"),
            jwk.integer("qi")));
  }

  @Override
  public PrivateMaterial readPkcs8(PrivateKeyInfo info) {
    if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      throw JwkMembers.bad("the PKCS #8 key is not RSA", "use a key of the expected kind");
    }
    try {
      RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
      return privateKey(
          new RsaNumbers(
              key.getModulus(),
              key.getPublicExponent(),
              key.getPrivateExponent(),
              key.getPrime1(),
              key.getPrime2(),
              key.getExponent1(),
              key.getExponent2(),
              key.getCoefficient()));
    } catch (IOException | IllegalArgumentException e) {
      throw JwkMembers.bad("the PKCS #8 key holds no RSA key", "see RFC 8017 appendix A.1.2");
    }
  }

  @Override
  public PrivateMaterial generate(RandomStream random) {
    return privateKey(RsaKeyPairs.generate(bits, random));
  }

  private PrivateMaterial privateKey(RsaNumbers numbers) {
    modulus(numbers.n());
    exponent(numbers.e());
    if (!numbers.arePair()) {
      throw JwkMembers.bad(
          "the numbers of the RSA key do not match", "give all eight numbers of one key");
    }
    return new RsaKeys.Private(use, numbers);
  }

  private BigInteger modulus(BigInteger n) {
    int length = n.bitLength();
    if (bits == 0 ? !SIZES.contains(length) : length != bits) {
      throw JwkMembers.bad(
          "the RSA modulus has " + length + " bits, not " + (bits == 0 ? SIZES : bits),
          "use a key of an accepted size");
    }
    if (!n.testBit(0)) {
      throw JwkMembers.bad(
          "the RSA modulus is even", "use another key: a product of two large primes is odd");
    }
    return n;
  }

  private static BigInteger exponent(BigInteger e) {
    if (!e.testBit(0)
        || e.bitLength() > EXPONENT_BITS
        || e.compareTo(BigInteger.valueOf(LEAST_EXPONENT)) < 0) {
      throw JwkMembers.bad(
          "the RSA public exponent is not an odd number from 65537 to 2^64 - 1",
          "65537 is the usual one");
    }
    return e;
  }
}
