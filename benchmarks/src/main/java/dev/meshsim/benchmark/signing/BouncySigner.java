package dev.meshsim.benchmark.signing;

import dev.meshsim.jose.KeySpec;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed448KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X448KeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed448KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.X448KeyGenerationParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/** Keys and signatures with Bouncy Castle's lightweight API, by our kinds of key. */
final class BouncySigner {

  private static final int RSA_BITS = 2048;
  private static final int CERTAINTY = 112;
  private static final byte[] NO_CONTEXT = {};

  private final KeySpec spec;
  private final AsymmetricCipherKeyPair keys;

  /** A signer with a new key. */
  BouncySigner(KeySpec spec, SecureRandom random) {
    this.spec = spec;
    this.keys = generator(spec, random).generateKeyPair();
  }

  static AsymmetricCipherKeyPairGenerator generator(KeySpec spec, SecureRandom random) {
    return switch (spec) {
      case ED25519 -> {
        var generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(random));
        yield generator;
      }
      case ED448 -> {
        var generator = new Ed448KeyPairGenerator();
        generator.init(new Ed448KeyGenerationParameters(random));
        yield generator;
      }
      case X25519 -> {
        var generator = new X25519KeyPairGenerator();
        generator.init(new X25519KeyGenerationParameters(random));
        yield generator;
      }
      case X448 -> {
        var generator = new X448KeyPairGenerator();
        generator.init(new X448KeyGenerationParameters(random));
        yield generator;
      }
      case P256_SIGN, P256_AGREE -> {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(new ECDomainParameters(curve), random));
        yield generator;
      }
      default -> {
        var generator = new RSAKeyPairGenerator();
        generator.init(
            new RSAKeyGenerationParameters(
                BigInteger.valueOf(65_537), random, RSA_BITS, CERTAINTY));
        yield generator;
      }
    };
  }

  private Signer signer() {
    return switch (spec) {
      case ED25519 -> new Ed25519Signer();
      case ED448 -> new Ed448Signer(NO_CONTEXT);
      case P256_SIGN ->
          new DSADigestSigner(
              new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest());
      default -> new RSADigestSigner(new SHA512Digest());
    };
  }

  byte[] sign(byte[] input) {
    Signer signer = signer();
    signer.init(true, keys.getPrivate());
    signer.update(input, 0, input.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean verify(byte[] input, byte[] signature) {
    Signer signer = signer();
    signer.init(false, keys.getPublic());
    signer.update(input, 0, input.length);
    return signer.verifySignature(signature);
  }
}
