package dev.meshsim.jose.key;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.cipher.JdkProviders;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;
import tools.jackson.databind.node.ObjectNode;

/** RSA keys, each for one {@link RsaUse}. */
public final class RsaKeys {

  private static final String ALGORITHM = "RSA";

  private RsaKeys() {}

  private static AlgorithmIdentifier identifier() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  }

  /** A public key. */
  public static final class Public extends PublicMaterial {

    private final RsaUse use;
    private final BigInteger modulus;
    private final BigInteger exponent;
    private final PublicKey key;

    /** Makes a key from checked numbers. */
    public Public(RsaUse use, BigInteger modulus, BigInteger exponent) {
      this.use = use;
      this.modulus = modulus;
      this.exponent = exponent;
      try {
        this.key =
            KeyFactory.getInstance(ALGORITHM, JdkProviders.RSA)
                .generatePublic(new RSAPublicKeySpec(modulus, exponent));
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(ALGORITHM, e);
      }
    }

    @Override
    public void writeTo(ObjectNode jwk) {
      jwk.put("n", Bytes.of(BigIntegers.asUnsignedByteArray(modulus)).base64Url());
      jwk.put("e", Bytes.of(BigIntegers.asUnsignedByteArray(exponent)).base64Url());
    }

    @Override
    public byte[] spki() {
      try {
        return new SubjectPublicKeyInfo(identifier(), new RSAPublicKey(modulus, exponent))
            .getEncoded("DER");
      } catch (IOException e) {
        throw new IllegalStateException("DER is written to memory", e);
      }
    }

    @Override
    public byte[] pkcs1() {
      try {
        return new RSAPublicKey(modulus, exponent).getEncoded("DER");
      } catch (IOException e) {
        throw new IllegalStateException("DER is written to memory", e);
      }
    }

    @Override
    public boolean verify(byte[] input, byte[] signature) {
      if (signature.length != modulus.bitLength() / 8) {
        return false;
      }
      try {
        Signature verifier = use.signature();
        verifier.initVerify(key);
        verifier.update(input);
        return verifier.verify(signature);
      } catch (SignatureException e) {
        // The JDK throws this for some malformed paddings instead of returning false.
        return false;
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(use.name(), e);
      }
    }

    @Override
    public byte[] encryptKey(byte[] contentKey, RandomStream random) {
      try {
        Cipher cipher = use.cipher();
        cipher.init(Cipher.ENCRYPT_MODE, key, use.oaep(), random.asSecureRandom());
        return cipher.doFinal(contentKey);
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(use.name(), e);
      }
    }
  }

  /** A key pair. Java's big integers cannot be cleared, only released. */
  static final class Private extends PrivateMaterial {

    private final RsaUse use;
    private final RsaNumbers numbers;
    private final Public publicMaterial;
    private final PrivateKey key;

    Private(RsaUse use, RsaNumbers numbers) {
      this.use = use;
      this.numbers = numbers;
      this.publicMaterial = new Public(use, numbers.n(), numbers.e());
      try {
        this.key =
            KeyFactory.getInstance(ALGORITHM, JdkProviders.RSA)
                .generatePrivate(
                    new RSAPrivateCrtKeySpec(
                        numbers.n(),
                        numbers.e(),
                        numbers.d(),
                        numbers.p(),
                        numbers.q(),
                        numbers.dp(),
                        numbers.dq(),
                        numbers.qi()));
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(ALGORITHM, e);
      }
    }

    @Override
    public Public publicMaterial() {
      return publicMaterial;
    }

    /** This object: it has no octets that could be cleared. */
    @Override
    public Private copy() {
      return this;
    }

    @Override
    public Map<String, byte[]> privateMembers() {
      return numbers.members();
    }

    @Override
    public byte[] pkcs8() {
      RSAPrivateKey content =
          new RSAPrivateKey(
              numbers.n(),
              numbers.e(),
              numbers.d(),
              numbers.p(),
              numbers.q(),
              numbers.dp(),
              numbers.dq(),
              numbers.qi());
      try {
        return new PrivateKeyInfo(identifier(), content).getEncoded("DER");
      } catch (IOException e) {
        throw new IllegalStateException("DER is written to memory", e);
      }
    }

    @Override
    public void clear() {
      // Big integers cannot be cleared; the owner drops its reference to this object.
    }

    @Override
    public byte[] sign(byte[] input, RandomStream random) {
      try {
        Signature signer = use.signature();
        signer.initSign(key, random.asSecureRandom());
        signer.update(input);
        return signer.sign();
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(use.name(), e);
      }
    }

    @Override
    public byte[] decryptKey(byte[] encrypted) {
      if (encrypted.length != numbers.n().bitLength() / 8) {
        throw new JoseException.DecryptionFailed();
      }
      try {
        Cipher cipher = use.cipher();
        cipher.init(Cipher.DECRYPT_MODE, key, use.oaep());
        return cipher.doFinal(encrypted);
      } catch (BadPaddingException | IllegalBlockSizeException e) {
        throw new JoseException.DecryptionFailed();
      } catch (GeneralSecurityException e) {
        throw JdkProviders.lacks(use.name(), e);
      }
    }
  }
}
