package dev.meshsim.benchmark.signing;

import dev.meshsim.jose.KeySpec;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Keys and signatures of a provider of the Java Cryptography Architecture, by our kinds of key. */
final class JcaNames {

  private static final int RSA_BITS = 2048;

  private JcaNames() {}

  /** The JDK's own provider for a kind of key. */
  static Provider jdk(KeySpec spec) {
    return Security.getProvider(spec == KeySpec.RSA_2048_SIGN ? "SunRsaSign" : "SunEC");
  }

  static KeyPairGenerator generator(KeySpec spec, Provider provider)
      throws GeneralSecurityException {
    String name =
        switch (spec) {
          case ED25519 -> "Ed25519";
          case ED448 -> "Ed448";
          case X25519 -> "X25519";
          case X448 -> "X448";
          case P256_SIGN, P256_AGREE -> "EC";
          default -> "RSA";
        };
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name, provider);
    if (name.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else if (name.equals("RSA")) {
      generator.initialize(RSA_BITS);
    }
    return generator;
  }

  static KeyPair pair(KeySpec spec, Provider provider) throws GeneralSecurityException {
    return generator(spec, provider).generateKeyPair();
  }

  static Signature signature(KeySpec spec, Provider provider) throws GeneralSecurityException {
    String name =
        switch (spec) {
          case ED25519 -> "Ed25519";
          case ED448 -> "Ed448";
          case P256_SIGN -> "SHA256withECDSA";
          default -> "SHA512withRSA";
        };
    return Signature.getInstance(name, provider);
  }
}
