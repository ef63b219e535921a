package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Private keys are sealed under the password, and nothing of the file can be changed unseen. */
class KeyFileTest {

  private static final Path FILE = Path.of("PrivateKeys.1.p12");
  private static final String PASSWORD = "correct-horse-battery-staple";

  private final RandomStream random = World.seeded(60).stream("alice", "keys");
  private final SecretBytes password = secret(PASSWORD);

  private static SecretBytes secret(String text) {
    return SecretBytes.moveFrom(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static PrivateJwk key(KeySpec spec) {
    return SampleRecords.key(spec).jwk();
  }

  private Bytes file(KeySpec... specs) {
    NavigableMap<String, EncryptedPrivateKeyInfo> sealed = new TreeMap<>();
    try (KeyCipher cipher = new KeyCipher(password)) {
      Bytes salt = KeyCipher.newSalt(random);
      for (KeySpec spec : specs) {
        try (SecretBytes pkcs8 = key(spec).pkcs8()) {
          sealed.put("TEST:mmm:" + spec, cipher.encrypt(pkcs8, salt, random));
        }
      }
    }
    return KeyFile.write(sealed, password, random);
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfEveryKindComesBack(KeySpec spec) throws IOException {
    var sealed = KeyFile.read(FILE, file(spec), password).get("TEST:mmm:" + spec);
    try (KeyCipher cipher = new KeyCipher(password);
        SecretBytes found = cipher.decrypt(sealed);
        SecretBytes pkcs8 = key(spec).pkcs8()) {
      assertEquals(pkcs8, found);
    }
  }

  @Test
  void theFileShowsNoOctetsOfAKey() {
    String file = file(KeySpec.ED25519, KeySpec.X448).hex();
    for (KeySpec spec : List.of(KeySpec.ED25519, KeySpec.X448)) {
      try (SecretBytes pkcs8 = key(spec).pkcs8()) {
        String plain = Bytes.of(pkcs8.expose()).hex();
        assertFalse(file.contains(plain.substring(plain.length() - 32)));
      }
    }
  }

  @Test
  void aSeedGivesTheseOctetsOnEveryMachine() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(file(KeySpec.X25519, KeySpec.P256_AGREE).toArray());
    assertEquals(
        "6ceb7e1a48b47822c91822a84cfefc02f2bec3d0d0420ca96f333061cd5489df", Bytes.of(digest).hex());
  }

  @Test
  void theSameKeyIsSealedDifferentlyEachTime() {
    assertNotEquals(file(KeySpec.ED25519), file(KeySpec.ED25519));
  }

  @Test
  void keysOfOneSaltHaveVectorsOfTheirOwn() throws IOException {
    var keys = KeyFile.read(FILE, file(KeySpec.ED25519, KeySpec.X25519), password).values();
    List<Bytes> salts = new ArrayList<>();
    List<String> algorithms = new ArrayList<>();
    for (EncryptedPrivateKeyInfo each : keys) {
      salts.add(KeyCipher.salt(each));
      algorithms.add(each.getEncryptionAlgorithm().getParameters().toString());
    }
    assertEquals(salts.get(0), salts.get(1));
    assertNotEquals(algorithms.get(0), algorithms.get(1));
  }

  @Test
  void anotherPasswordDoesNotOpenIt() {
    Bytes file = file(KeySpec.ED25519);
    RegistryStoreException.KeyFile e =
        assertThrows(
            RegistryStoreException.KeyFile.class,
            () -> KeyFile.read(FILE, file, secret(PASSWORD + "r")));
    assertTrue(e.problem().startsWith("PrivateKeys.1.p12: its MAC is wrong"), e.problem());
    assertFalse(e.getMessage().contains(PASSWORD));
  }

  @Test
  void noOctetCanBeChangedUnseen() {
    byte[] file = file(KeySpec.ED25519).toArray();
    for (int i = 0; i < file.length; i++) {
      for (int bit : new int[] {0x01, 0x80}) {
        byte[] changed = file.clone();
        changed[i] ^= (byte) bit;
        assertRefused(Bytes.of(changed), "octet " + i);
      }
    }
  }

  @Test
  void aFileThatIsCutIsRefused() {
    Bytes file = file(KeySpec.ED25519);
    for (int length = 0; length < file.length(); length++) {
      assertRefused(Bytes.of(file.toArray(), 0, length), "length " + length);
    }
    assertRefused(Bytes.hex(file.hex() + "00"), "one octet more");
  }

  /** A changed iteration count may cost a derivation, but no change gives other keys. */
  private void assertRefused(Bytes octets, String what) {
    assertThrows(
        RegistryStoreException.KeyFile.class, () -> KeyFile.read(FILE, octets, password), what);
  }

  @Test
  void thePlatformsOwnReaderAcceptsTheFile() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    byte[] file = file(KeySpec.P256_SIGN, KeySpec.X25519).toArray();
    store.load(new ByteArrayInputStream(file), PASSWORD.toCharArray());
    // It checks the MAC, and passes over keys without a certificate.
    assertThrows(
        IOException.class,
        () -> store.load(new ByteArrayInputStream(file), "another".toCharArray()));
  }

  @Test
  void aCertificateIsNotAKey() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setEntry(
        "s",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
        new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    var out = new ByteArrayOutputStream();
    store.store(out, PASSWORD.toCharArray());
    assertRefused(Bytes.of(out.toByteArray()), "a secret key of another maker");
  }
}
