package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;

/**
 * Seals and opens private keys under the account password.
 *
 * <p>The password is 256 random bits in a file of its own. It replaces the secret that Windows
 * derives from the account's logon: the password and the key file together give the keys.
 */
final class KeyVault implements AutoCloseable {

  private static final int SECRET_OCTETS = 32;
  private static final int PASSWORD_OCTETS = 43;

  private final SecretBytes password;
  private final KeyCipher cipher;
  private final String prefix;

  private KeyVault(SecretBytes password, StoreMode mode) {
    this.password = password;
    this.cipher = new KeyCipher(password);
    // The names that the reference gives to its key containers.
    this.prefix = mode == StoreMode.TEST ? "TEST:mmm:" : "mmm:";
  }

  /** Durably makes a new password, unless there is one. */
  static void make(DurableFiles files, Layout layout, RandomStream random) {
    if (!files.status(layout.password()).isAbsent()) {
      return;
    }
    byte[] text = Bytes.utf8(Bytes.of(random.bytes(SECRET_OCTETS)).base64Url() + "\n").toArray();
    files.replace(layout.password(), text);
    Arrays.fill(text, (byte) 0);
  }

  /**
   * Reads the password.
   *
   * @throws RegistryStoreException {@code store.registry.missing-file} if there is no such file
   * @throws RegistryStoreException.KeyFile if the file is not as this store writes it
   */
  static KeyVault open(DurableFiles files, Layout layout) {
    Path file = layout.password();
    RegistryStoreException.requirePassword(files, layout);
    files.status(file).require(FileStatus.Kind.FILE, file).requirePrivate(file);
    byte[] text = files.read(file, PASSWORD_OCTETS + 2);
    try {
      int length = text.length;
      while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
        length--;
      }
      boolean plain = true;
      for (int i = 0; i < length; i++) {
        plain &= text[i] > ' ' && text[i] <= '~';
      }
      if (length != PASSWORD_OCTETS || !plain) {
        throw new RegistryStoreException.KeyFile(
            file, "is not the one line of 43 ASCII characters that this store writes", null);
      }
      return new KeyVault(SecretBytes.moveFrom(Arrays.copyOf(text, length)), layout.mode());
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** The friendly name of a key. */
  String friendlyName(String udf) {
    return prefix + udf;
  }

  /** Seals a key, with the salt of those that are there. */
  EncryptedPrivateKeyInfo seal(
      PrivateJwk key, NavigableMap<String, EncryptedPrivateKeyInfo> others, RandomStream random) {
    try (SecretBytes pkcs8 = key.pkcs8()) {
      Bytes salt =
          others.isEmpty()
              ? KeyCipher.newSalt(random)
              : KeyCipher.salt(others.firstEntry().getValue());
      return cipher.encrypt(pkcs8, salt, random);
    } catch (IOException e) {
      throw new IllegalStateException("the other keys were opened before", e);
    }
  }

  /**
   * Opens a key.
   *
   * @throws RegistryStoreException.KeyFile if it cannot be opened or is not of that kind
   */
  PrivateJwk open(Path file, String udf, KeySpec spec, EncryptedPrivateKeyInfo sealed) {
    try (SecretBytes pkcs8 = cipher.decrypt(sealed)) {
      return PrivateJwk.fromPkcs8(spec, pkcs8);
    } catch (IOException | MeshException e) {
      throw new RegistryStoreException.KeyFile(
          file, "the key " + friendlyName(udf) + " does not open as " + spec.label(), e);
    } catch (RuntimeException e) {
      // The ASN.1 classes throw many kinds of exception for input that is not of their form.
      throw new RegistryStoreException.KeyFile(
          file, "the key " + friendlyName(udf) + " is malformed", e);
    }
  }

  /** The possible kinds of a key; none if it does not open. */
  List<KeySpec> kinds(EncryptedPrivateKeyInfo sealed) {
    try (SecretBytes pkcs8 = cipher.decrypt(sealed)) {
      return Stream.of(KeySpec.values()).filter(spec -> isOf(spec, pkcs8)).toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static boolean isOf(KeySpec spec, SecretBytes pkcs8) {
    try (PrivateJwk key = PrivateJwk.fromPkcs8(spec, pkcs8)) {
      return key.spec() == spec;
    } catch (RuntimeException e) {
      // The ASN.1 classes throw many kinds of exception for input that is not of their form.
      return false;
    }
  }

  Bytes write(NavigableMap<String, EncryptedPrivateKeyInfo> sealed, RandomStream random) {
    return KeyFile.write(sealed, password, random);
  }

  /** Reads a key file; see {@link KeyFile#read}. */
  NavigableMap<String, EncryptedPrivateKeyInfo> read(Path file, Bytes octets) {
    return KeyFile.read(file, octets, password);
  }

  @Override
  public void close() {
    cipher.close();
    password.close();
  }
}
