package dev.meshsim.benchmark.signing;

import dev.meshsim.jose.KeySpec;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.RawAgreement;
import org.bouncycastle.crypto.agreement.BasicRawAgreement;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;

/** The operations on keys that a message to one device needs, without anything around them. */
interface BareAgreement {

  /** A sender's work for each device. */
  byte[] toDevice() throws GeneralSecurityException;

  /** The device's work. */
  byte[] onDevice() throws GeneralSecurityException;

  static BareAgreement of(KeySpec spec, SecureRandom random) throws GeneralSecurityException {
    return spec == KeySpec.RSA_2048_OAEP ? new Rsa() : new Agreement(spec, random);
  }

  /** A new key and an agreement, with Bouncy Castle. */
  final class Agreement implements BareAgreement {

    private final KeySpec spec;
    private final AsymmetricCipherKeyPairGenerator generator;
    private final AsymmetricCipherKeyPair device;
    private final AsymmetricCipherKeyPair sent;

    Agreement(KeySpec spec, SecureRandom random) {
      this.spec = spec;
      this.generator = BouncySigner.generator(spec, random);
      this.device = generator.generateKeyPair();
      this.sent = generator.generateKeyPair();
    }

    @Override
    public byte[] toDevice() {
      return agree(generator.generateKeyPair(), device);
    }

    @Override
    public byte[] onDevice() {
      return agree(device, sent);
    }

    private byte[] agree(AsymmetricCipherKeyPair own, AsymmetricCipherKeyPair other) {
      RawAgreement agreement =
          switch (spec) {
            case X25519 -> new X25519Agreement();
            case X448 -> new X448Agreement();
            default -> new BasicRawAgreement(new ECDHBasicAgreement());
          };
      agreement.init(own.getPrivate());
      byte[] secret = new byte[agreement.getAgreementSize()];
      agreement.calculateAgreement(other.getPublic(), secret, 0);
      return secret;
    }
  }

  /** One operation with RSA, with the JDK. */
  final class Rsa implements BareAgreement {

    private static final String OAEP = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

    private final KeyPair keys;
    private final byte[] wrapped;

    Rsa() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      wrapped = toDevice();
    }

    @Override
    public byte[] toDevice() throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance(OAEP);
      cipher.init(Cipher.ENCRYPT_MODE, keys.getPublic());
      return cipher.doFinal(new byte[32]);
    }

    @Override
    public byte[] onDevice() throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance(OAEP);
      cipher.init(Cipher.DECRYPT_MODE, keys.getPrivate());
      return cipher.doFinal(wrapped);
    }
  }
}
