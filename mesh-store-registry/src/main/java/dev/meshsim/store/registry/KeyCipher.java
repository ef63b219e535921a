package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Encrypts private keys under a password: PBES2 (RFC 8018 6.2) with PBKDF2, HMAC-SHA-256 and
 * AES-256-CBC, the default of OpenSSL 3. All keys share a salt, so that opening many costs one
 * derivation; each has an initialisation vector of its own.
 */
final class KeyCipher implements AutoCloseable {

  /** The password has 256 random bits, which more rounds would not make better. */
  static final int ITERATIONS = 2048;

  private static final int MOST_ITERATIONS = 1_000_000;
  private static final int KEY_OCTETS = 32;
  private static final int BLOCK_OCTETS = 16;
  private static final AlgorithmIdentifier PRF =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

  private final byte[] password;
  private final Map<String, byte[]> derived = new HashMap<>();

  /** For a password of ASCII characters, copied. */
  KeyCipher(SecretBytes password) {
    this.password = password.expose();
  }

  /** A salt for {@link #encrypt}. */
  static Bytes newSalt(RandomStream random) {
    return Bytes.of(random.bytes(BLOCK_OCTETS));
  }

  EncryptedPrivateKeyInfo encrypt(SecretBytes pkcs8, Bytes salt, RandomStream random) {
    byte[] iv = random.bytes(BLOCK_OCTETS);
    byte[] plain = pkcs8.expose();
    try {
      byte[] encrypted = crypt(true, key(salt, ITERATIONS), iv, plain);
      PBKDF2Params kdf = new PBKDF2Params(salt.toArray(), ITERATIONS, PRF);
      PBES2Parameters parameters =
          new PBES2Parameters(
              new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, kdf),
              new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
      return new EncryptedPrivateKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), encrypted);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encrypting has no padding to find wrong", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** The salt that a key was encrypted with. */
  static Bytes salt(EncryptedPrivateKeyInfo info) throws IOException {
    return Bytes.of(kdf(parameters(info)).getSalt());
  }

  /**
   * The DER PrivateKeyInfo.
   *
   * @throws IOException if it was encrypted in another way; the message says what is expected
   */
  SecretBytes decrypt(EncryptedPrivateKeyInfo info) throws IOException {
    PBES2Parameters parameters = parameters(info);
    PBKDF2Params kdf = kdf(parameters);
    int iterations = kdf.getIterationCount().intValueExact();
    require(iterations > 0 && iterations <= MOST_ITERATIONS, "1 to a million iterations");
    EncryptionScheme scheme = parameters.getEncryptionScheme();
    require(scheme.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC), "AES-256-CBC");
    byte[] iv = ASN1OctetString.getInstance(scheme.getParameters()).getOctets();
    require(iv.length == BLOCK_OCTETS, "16 octets of initialisation vector");
    byte[] key = key(Bytes.of(kdf.getSalt()), iterations);
    try {
      return SecretBytes.moveFrom(crypt(false, key, iv, info.getEncryptedData()));
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      throw new IOException("a key of whole blocks with their padding is expected", e);
    }
  }

  private static PBES2Parameters parameters(EncryptedPrivateKeyInfo info) throws IOException {
    AlgorithmIdentifier algorithm = info.getEncryptionAlgorithm();
    require(algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2), "PBES2");
    return PBES2Parameters.getInstance(algorithm.getParameters());
  }

  private static PBKDF2Params kdf(PBES2Parameters parameters) throws IOException {
    KeyDerivationFunc function = parameters.getKeyDerivationFunc();
    require(function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2), "PBKDF2");
    PBKDF2Params kdf = PBKDF2Params.getInstance(function.getParameters());
    require(kdf.getPrf().equals(PRF), "HMAC-SHA-256");
    return kdf;
  }

  private static void require(boolean condition, String expected) throws IOException {
    if (!condition) {
      throw new IOException(expected + " is expected");
    }
  }

  private byte[] key(Bytes salt, int iterations) {
    return derived.computeIfAbsent(
        iterations + "/" + salt.hex(),
        name -> {
          PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
          generator.init(password, salt.toArray(), iterations);
          KeyParameter key =
              (KeyParameter) generator.generateDerivedParameters(KEY_OCTETS * Byte.SIZE);
          return key.getKey();
        });
  }

  private static byte[] crypt(boolean encrypt, byte[] key, byte[] iv, byte[] in)
      throws InvalidCipherTextException {
    if (!encrypt && (in.length == 0 || in.length % BLOCK_OCTETS != 0)) {
      throw new InvalidCipherTextException("not whole blocks");
    }
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()));
    cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    try {
      int done = cipher.processBytes(in, 0, in.length, out, 0);
      done += cipher.doFinal(out, done);
      return Arrays.copyOf(out, done);
    } finally {
      Arrays.fill(out, (byte) 0);
    }
  }

  /** Clears the password and all keys derived from it. */
  @Override
  public void close() {
    Arrays.fill(password, (byte) 0);
    derived.values().forEach(key -> Arrays.fill(key, (byte) 0));
    derived.clear();
  }
}
