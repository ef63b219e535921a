package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.cipher.AesCbc;
import dev.meshsim.jose.cipher.AesKeyWrap;
import dev.meshsim.jose.cipher.Hkdf;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.world.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encryption of the {@code portal-2017} dialect: AES-256-CBC with PKCS #7 padding under a random
 * content key of 32 octets. The content key is encrypted to each recipient with RSAES-OAEP (SHA-1),
 * or under a shared secret with the AES key wrap of RFC 3394. The ciphertext is not authenticated:
 * verify the signature around a message before decrypting it. The {@code tag} is empty.
 */
public final class Jwe2017 {

  private static final String CONTENT = "A256CBC";
  private static final String RSA = "RSA-OAEP";
  private static final String WRAP = "KDFW_AES_SHA_512";
  private static final int KEY_OCTETS = 32;

  private Jwe2017() {}

  /**
   * Encrypts {@code plaintext} once and the content key to each recipient.
   *
   * @param recipients at least one, each with a key for RSA-OAEP
   * @param random the source of the content key, the initialization vector and then each OAEP seed
   * @throws JoseException.BadKey if a recipient's key is for another algorithm
   * @throws IllegalArgumentException if there is no recipient
   */
  public static JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Jwe.Recipient> recipients, RandomStream random) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a message is encrypted to at least one recipient");
    }
    byte[] contentKey = random.bytes(KEY_OCTETS);
    byte[] iv = random.bytes(AesCbc.IV_OCTETS);
    try {
      List<WrappedKey> wrapped = new ArrayList<>(recipients.size());
      for (Jwe.Recipient recipient : recipients) {
        requireOaep(recipient.key().spec());
        byte[] encrypted = recipient.key().material().encryptKey(contentKey, random);
        wrapped.add(new WrappedKey(header(RSA, recipient.kid()), Bytes.of(encrypted)));
      }
      return seal(wrapped, contentKey, iv, plaintext);
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }

  /**
   * Decrypts a message for the recipient named {@code kid}.
   *
   * @param kid the fingerprint of {@code key}
   * @throws JoseException.NoRecipient if no recipient has this name
   * @throws JoseException.AlgorithmMismatch if the recipient's header names another algorithm
   * @throws JoseException.DecryptionFailed if the key is not the recipient's; an alteration of the
   *     ciphertext is not always detected
   * @throws JoseException.BadKey if the key is not for RSA-OAEP
   */
  public static SecretBytes decrypt(JsonWebEncryption message, String kid, PrivateJwk key) {
    requireOaep(key.spec());
    WrappedKey recipient = recipient(message, kid, RSA, true);
    return open(message, key.material().decryptKey(wrapped(recipient)));
  }

  /**
   * Encrypts under a shared secret. The wrapping key of 32 octets is derived with HKDF-SHA-512,
   * with the identifier as salt and the initialization vector as info.
   *
   * @param secret any length
   * @param identifier the secret's fingerprint, which is also the {@code kid}
   * @param random the source of the content key and the initialization vector
   */
  public static JsonWebEncryption encryptUnderSecret(
      SecretBytes plaintext, SecretBytes secret, String identifier, RandomStream random) {
    byte[] contentKey = random.bytes(KEY_OCTETS);
    byte[] iv = random.bytes(AesCbc.IV_OCTETS);
    byte[] wrappingKey = wrappingKey(secret, identifier, iv);
    try {
      Bytes wrapped = Bytes.of(AesKeyWrap.wrap(wrappingKey, contentKey));
      return seal(
          List.of(new WrappedKey(header(WRAP, identifier), wrapped)), contentKey, iv, plaintext);
    } finally {
      Arrays.fill(contentKey, (byte) 0);
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  /**
   * Decrypts a message made by {@link #encryptUnderSecret}.
   *
   * @throws JoseException.NoRecipient if no recipient has this identifier
   * @throws JoseException.DecryptionFailed if the secret is another one
   */
  public static SecretBytes decryptUnderSecret(
      JsonWebEncryption message, SecretBytes secret, String identifier) {
    WrappedKey recipient = recipient(message, identifier, WRAP, false);
    byte[] wrappingKey = wrappingKey(secret, identifier, message.iv().toArray());
    try {
      return open(
          message, Decryption.run(() -> AesKeyWrap.unwrap(wrappingKey, wrapped(recipient))));
    } finally {
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  /** Derives the wrapping key of 32 octets; see {@link #encryptUnderSecret}. */
  private static byte[] wrappingKey(SecretBytes secret, String identifier, byte[] iv) {
    byte[] salt = identifier.getBytes(StandardCharsets.UTF_8);
    try (SecretBytes key = Hkdf.sha512(secret, salt, iv, KEY_OCTETS)) {
      return key.expose();
    }
  }

  private static JsonWebEncryption seal(
      List<WrappedKey> recipients, byte[] contentKey, byte[] iv, SecretBytes plaintext) {
    byte[] clear = plaintext.expose();
    try {
      Bytes header = Bytes.utf8(JsonLayout.of(MeshJson.toTree(Map.of("enc", CONTENT))));
      Bytes ciphertext = Bytes.of(AesCbc.encrypt(contentKey, iv, clear));
      return new JsonWebEncryption(
          header, null, recipients, null, Bytes.of(iv), ciphertext, Bytes.EMPTY);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private static SecretBytes open(JsonWebEncryption message, byte[] contentKey) {
    try {
      requireContent(message);
      return SecretBytes.moveFrom(
          Decryption.run(
              () ->
                  AesCbc.decrypt(
                      contentKey, message.iv().toArray(), message.ciphertext().toArray())));
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }

  /** Accepts {@code A256CBC}, and {@code AE128} as in 2016; the key's length selects the cipher. */
  private static void requireContent(JsonWebEncryption message) {
    JsonNode header;
    try {
      header = TolerantJson.read(message.protectedHeader());
    } catch (JsonException e) {
      throw JoseException.Malformed.of("the protected header is not JSON: " + e.problem());
    }
    String cipher = header.path("enc").asString(header.path("alg").asString(""));
    if (!cipher.equals(CONTENT) && !cipher.equals("AE128")) {
      throw new JoseException.UnsupportedAlgorithm(
          "the content is encrypted with " + Quote.text(cipher),
          "the portal-2017 dialect encrypts with A256CBC, in 2016 AE128");
    }
  }

  private static WrappedKey recipient(
      JsonWebEncryption message, String kid, String alg, boolean mayLackAlg) {
    List<String> others = new ArrayList<>();
    for (WrappedKey recipient : message.recipients()) {
      ObjectNode header = recipient.header();
      String name = header == null ? "" : header.path("kid").asString("");
      if (header != null && name.equals(kid)) {
        @Nullable JsonNode named = header.get("alg");
        if (named == null ? !mayLackAlg : !named.asString("").equals(alg)) {
          throw new JoseException.AlgorithmMismatch(
              "the message says alg "
                  + Quote.text(named == null ? null : named.asString(""))
                  + "; the key is for \""
                  + alg
                  + "\"",
              "check that the right key was looked up");
        }
        return recipient;
      }
      others.add(name);
    }
    throw JweHeaders.noRecipient(kid, others);
  }

  private static byte[] wrapped(WrappedKey recipient) {
    Bytes encrypted = recipient.encryptedKey();
    return encrypted == null ? new byte[0] : encrypted.toArray();
  }

  private static ObjectNode header(String alg, String kid) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", alg);
    header.put("kid", kid);
    return header;
  }

  private static void requireOaep(KeySpec spec) {
    if (spec.algorithm() != Algorithm.RSA_OAEP) {
      throw new JoseException.BadKey(
          "the portal-2017 dialect encrypts with RSA-OAEP, not with a key for " + spec.label(),
          "use a key of the suite RSA-2048-SHA1");
    }
  }
}
