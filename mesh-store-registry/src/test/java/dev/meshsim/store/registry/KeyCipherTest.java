package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
import org.junit.jupiter.api.Test;

/** A key that was sealed in another way is refused, and what is expected is said. */
class KeyCipherTest extends RegistryFixture {

  private static final ASN1ObjectIdentifier PBES2 = PKCSObjectIdentifiers.id_PBES2;
  private static final ASN1ObjectIdentifier AES = NISTObjectIdentifiers.id_aes256_CBC;
  private static final ASN1ObjectIdentifier SHA_256 = PKCSObjectIdentifiers.id_hmacWithSHA256;
  private static final byte[] SALT = new byte[16];

  private final RandomStream random = World.seeded(61).stream("alice", "keys");
  private final KeyCipher cipher =
      new KeyCipher(SecretBytes.moveFrom("password".getBytes(StandardCharsets.US_ASCII)));
  private final byte[] sealed = sealed();

  private byte[] sealed() {
    try (SecretBytes pkcs8 = SampleRecords.key(KeySpec.X25519).jwk().pkcs8()) {
      return cipher.encrypt(pkcs8, KeyCipher.newSalt(random), random).getEncryptedData();
    }
  }

  private static KeyDerivationFunc derived(int iterations, ASN1ObjectIdentifier prf) {
    AlgorithmIdentifier function = new AlgorithmIdentifier(prf, DERNull.INSTANCE);
    return new KeyDerivationFunc(
        PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(SALT, iterations, 32, function));
  }

  private static EncryptionScheme scheme(ASN1ObjectIdentifier algorithm, int vector) {
    return new EncryptionScheme(algorithm, new DEROctetString(new byte[vector]));
  }

  private static EncryptedPrivateKeyInfo info(
      ASN1ObjectIdentifier algorithm, KeyDerivationFunc kdf, EncryptionScheme how, byte[] data) {
    return new EncryptedPrivateKeyInfo(
        new AlgorithmIdentifier(algorithm, new PBES2Parameters(kdf, how)), data);
  }

  private void refused(String expected, EncryptedPrivateKeyInfo info) {
    IOException e = assertThrows(IOException.class, () -> cipher.decrypt(info));
    assertEquals(expected + " is expected", e.getMessage());
  }

  @Test
  void anotherAlgorithmIsRefused() {
    KeyDerivationFunc kdf = derived(2048, SHA_256);
    EncryptionScheme aes = scheme(AES, 16);
    refused("PBES2", info(PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC, kdf, aes, sealed));
    KeyDerivationFunc scrypt =
        new KeyDerivationFunc(new ASN1ObjectIdentifier("1.3.6.1.4.1.11591.4.11"), kdf);
    refused("PBKDF2", info(PBES2, scrypt, aes, sealed));
    KeyDerivationFunc sha1 = derived(2048, PKCSObjectIdentifiers.id_hmacWithSHA1);
    refused("HMAC-SHA-256", info(PBES2, sha1, aes, sealed));
    EncryptionScheme aes128 = scheme(NISTObjectIdentifiers.id_aes128_CBC, 16);
    refused("AES-256-CBC", info(PBES2, kdf, aes128, sealed));
  }

  @Test
  void otherNumbersAreRefused() {
    EncryptionScheme aes = scheme(AES, 16);
    for (int iterations : new int[] {0, 1_000_001}) {
      EncryptedPrivateKeyInfo info = info(PBES2, derived(iterations, SHA_256), aes, sealed);
      refused("1 to a million iterations", info);
    }
    KeyDerivationFunc kdf = derived(2048, SHA_256);
    for (int vector : new int[] {0, 8, 24}) {
      EncryptedPrivateKeyInfo info = info(PBES2, kdf, scheme(AES, vector), sealed);
      refused("16 octets of initialisation vector", info);
    }
  }

  @Test
  void whatWasCutOrSealedUnderAnotherPasswordIsRefused() {
    KeyDerivationFunc kdf = derived(2048, SHA_256);
    for (int length : new int[] {0, 1, 15, sealed.length - 1, sealed.length - 16}) {
      byte[] cut = Arrays.copyOf(sealed, length);
      refused("a key of whole blocks with their padding", info(PBES2, kdf, scheme(AES, 16), cut));
    }
  }

  @Test
  void aKeyThatIsNotOfItsFormIsRefusedWithItsFileAndName() {
    open().close();
    EncryptedPrivateKeyInfo malformed =
        new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PBES2, DERNull.INSTANCE), sealed);
    Path file = Path.of("PrivateKeys.1.p12");
    try (KeyVault vault = KeyVault.open(DurableFiles.real(), layout())) {
      RegistryStoreException.KeyFile e =
          assertThrows(
              RegistryStoreException.KeyFile.class,
              () -> vault.open(file, "MA", KeySpec.X25519, malformed));
      assertEquals("PrivateKeys.1.p12: the key TEST:mmm:MA is malformed", e.problem());
      assertTrue(e.hint().contains("restore"), e.hint());
    }
  }
}
