package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.cipher.AesGcm;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.world.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Encryption and decryption of messages (RFC 7516). Content is encrypted with AES-256-GCM. */
public final class Jwe {

  private static final ContentEncryption CONTENT = ContentEncryption.A256GCM;
  private static final String DIRECT = "dir";

  private Jwe() {}

  /**
   * A recipient of a message.
   *
   * @param kid the key's fingerprint, by which the recipient finds its key
   * @param key an encryption key
   */
  public record Recipient(String kid, PublicJwk key) {

    /**
     * Checks the key.
     *
     * @throws JoseException.BadKey if the key is not for encryption
     */
    public Recipient {
      Objects.requireNonNull(kid);
      if (key.algorithm().signs()) {
        throw new JoseException.BadKey(
            "nothing can be encrypted to a key for " + key.spec().label() + " signatures",
            "use the recipient's encryption key");
      }
    }
  }

  /**
   * Encrypts {@code plaintext} once and the content key to each recipient.
   *
   * @param recipients at least one
   * @param random the source of the content key, the initialization vector and then, in order, of
   *     each recipient's ephemeral key or OAEP seed
   * @throws IllegalArgumentException if there is no recipient
   */
  public static JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Recipient> recipients, RandomStream random) {
    return encrypt(plaintext, recipients, random, Map.of());
  }

  /**
   * Encrypts with additional protected header members.
   *
   * @param extraProtected members to write after {@code enc}, in this order; for example {@code
   *     cty}
   * @throws IllegalArgumentException if there is no recipient, or a member is reserved because it
   *     would change how the message is read
   */
  public static JsonWebEncryption encrypt(
      SecretBytes plaintext,
      List<Recipient> recipients,
      RandomStream random,
      Map<String, Object> extraProtected) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a message is encrypted to at least one recipient");
    }
    Bytes header = Headers.write(Map.of("enc", CONTENT.joseName()), extraProtected);
    byte[] contentKey = random.bytes(CONTENT.keyOctets());
    byte[] iv = random.bytes(AesGcm.IV_OCTETS);
    try {
      List<WrappedKey> wrapped = new ArrayList<>(recipients.size());
      for (Recipient recipient : recipients) {
        wrapped.add(KeyManagement.wrap(contentKey, recipient, random));
      }
      return seal(header, wrapped, contentKey, iv, plaintext);
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }

  /**
   * Encrypts to one recipient with the whole header protected, as the compact form requires.
   *
   * @param random the source of the content key, the initialization vector and then of the
   *     ephemeral key or OAEP seed
   */
  public static JsonWebEncryption encryptToOne(
      SecretBytes plaintext, Recipient recipient, RandomStream random) {
    return encryptToOne(plaintext, recipient, random, Map.of());
  }

  /** Encrypts to one recipient; {@code extraProtected} as for {@link #encrypt}. */
  public static JsonWebEncryption encryptToOne(
      SecretBytes plaintext,
      Recipient recipient,
      RandomStream random,
      Map<String, Object> extraProtected) {
    byte[] contentKey = random.bytes(CONTENT.keyOctets());
    byte[] iv = random.bytes(AesGcm.IV_OCTETS);
    try {
      WrappedKey wrapped = KeyManagement.wrap(contentKey, recipient, random);
      Map<String, Object> members = new LinkedHashMap<>();
      Headers.join(Headers.read(Bytes.EMPTY), wrapped.header()).forEachEntry(members::put);
      members.put("enc", CONTENT.joseName());
      WrappedKey keyAlone = new WrappedKey(null, wrapped.encryptedKey());
      Bytes header = Headers.write(members, extraProtected);
      return seal(header, List.of(keyAlone), contentKey, iv, plaintext);
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }

  /**
   * Encrypts directly under a shared key ({@code dir}, RFC 7518 4.5).
   *
   * @param key32 32 octets
   * @param kid the key's identifier, written to the protected header
   * @throws JoseException.BadKey if the key has another length
   */
  public static JsonWebEncryption encryptDirect(
      SecretBytes plaintext, SecretBytes key32, String kid, RandomStream random) {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("alg", DIRECT);
    first.put("kid", kid);
    first.put("enc", CONTENT.joseName());
    Bytes header = Headers.write(first, Map.of());
    byte[] contentKey = directKey(key32);
    try {
      byte[] iv = random.bytes(AesGcm.IV_OCTETS);
      return seal(header, List.of(new WrappedKey(null, null)), contentKey, iv, plaintext);
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }

  /**
   * Decrypts a message for the recipient named {@code kid}, or else for one of those without a
   * name: the first that the key opens, of at most 16. The key decides the algorithm, not the
   * message.
   *
   * @throws JoseException.NoRecipient if no recipient has this name or none
   * @throws JoseException.AlgorithmMismatch if the message names another algorithm than the key's
   * @throws JoseException.DecryptionFailed if the key is not the recipient's or the message was
   *     altered
   * @throws JoseException.BadKey if the key is not for encryption
   * @throws JoseException if a header is malformed or asks for an unsupported extension
   */
  public static SecretBytes decrypt(JsonWebEncryption message, String kid, PrivateJwk key) {
    Algorithm algorithm = key.spec().algorithm();
    if (algorithm.signs()) {
      throw new JoseException.BadKey(
          "a key for " + key.spec().label() + " signatures does not decrypt",
          "use the recipient's encryption key");
    }
    KeyOpener opener = KeyManagement.opener(algorithm, key.material());
    return Decryption.any(
        JweHeaders.find(message, kid, algorithm.joseName()),
        match -> {
          match.expectAlgorithm(algorithm.joseName());
          match.expectContent(CONTENT);
          return open(message, match, opener, CONTENT);
        });
  }

  /**
   * Decrypts a message made by {@link #encryptDirect}.
   *
   * @throws JoseException.NoRecipient if the message names another key
   * @throws JoseException.DecryptionFailed if the key is wrong or the message was altered
   * @throws JoseException as {@link #decrypt}
   */
  public static SecretBytes decryptDirect(
      JsonWebEncryption message, String kid, SecretBytes key32) {
    JweHeaders.Match match = JweHeaders.find(message, kid, null).get(0).match();
    match.expectAlgorithm(DIRECT);
    match.expectContent(CONTENT);
    ObjectNode header = Headers.read(message.protectedHeader());
    Headers.text(header, "kid");
    Headers.text(header, "alg");
    KeyManagement.expectNoKey(match.encryptedKey());
    return open(message, match, (all, none, content) -> directKey(key32), CONTENT);
  }

  /**
   * Decrypts a message of other software. Recipients with another {@code kid} or {@code alg} than
   * the key's are skipped; of the others the first that the key opens counts, of at most 16.
   *
   * @throws JoseException.NoRecipient if no recipient remains
   * @throws JoseException as {@link #decrypt(JsonWebEncryption, String, PrivateJwk)}
   */
  public static SecretBytes decrypt(JsonWebEncryption message, ForeignJwk key) {
    KeyOpener opener = key.opener();
    return Decryption.any(
        JweHeaders.find(message, key),
        match -> open(message, match, opener, content(Headers.text(match.header(), "enc"))));
  }

  private static ContentEncryption content(String enc) {
    return ContentEncryption.named(enc)
        .orElseThrow(
            () ->
                new JoseException.UnsupportedAlgorithm(
                    "the content is encrypted with " + Quote.text(enc) + ", which is not supported",
                    "supported are "
                        + Arrays.stream(ContentEncryption.values())
                            .map(ContentEncryption::joseName)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Writes {@code header.key.iv.ciphertext.tag} (RFC 7516 7.1).
   *
   * @throws IllegalArgumentException if the message has several recipients or a header that is not
   *     wholly protected, as those of {@link #encryptToOne} and {@link #encryptDirect} are
   */
  public static String toCompact(JsonWebEncryption message) {
    return Compact.write(message);
  }

  /**
   * Reads {@code header.key.iv.ciphertext.tag} (RFC 7516 7.1).
   *
   * @throws JoseException.Malformed if the text does not have five parts of base64url
   */
  public static JsonWebEncryption fromCompact(String text) {
    return Compact.readEncryption(text);
  }

  /**
   * Reads the general or the flattened JSON serialization (RFC 7516 7.2).
   *
   * @throws dev.meshsim.json.JsonException if the text is neither
   */
  public static JsonWebEncryption fromJson(Bytes text) {
    return Flattened.readEncryption(text);
  }

  private static byte[] directKey(SecretBytes key32) {
    if (key32.length() != CONTENT.keyOctets()) {
      throw new JoseException.BadKey(
          "a direct key has 32 octets, not " + key32.length(), "derive a key of 32 octets");
    }
    return key32.expose();
  }

  private static JsonWebEncryption seal(
      Bytes header,
      List<WrappedKey> recipients,
      byte[] contentKey,
      byte[] iv,
      SecretBytes plaintext) {
    byte[] clear = plaintext.expose();
    try {
      AesGcm.Sealed sealed = AesGcm.encrypt(contentKey, iv, SigningInput.of(header), clear);
      return new JsonWebEncryption(
          header, null, recipients, null, Bytes.of(iv), sealed.ciphertext(), sealed.tag());
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private static SecretBytes open(
      JsonWebEncryption message,
      JweHeaders.Match match,
      KeyOpener opener,
      ContentEncryption content) {
    byte[] contentKey = opener.open(match.header(), match.encryptedKey(), content);
    try {
      Bytes aad = message.aad();
      byte[] covered =
          aad == null
              ? SigningInput.of(message.protectedHeader())
              : SigningInput.of(message.protectedHeader(), aad);
      return SecretBytes.moveFrom(
          Decryption.run(
              () ->
                  content.decrypt(
                      contentKey,
                      message.iv().toArray(),
                      covered,
                      message.ciphertext().toArray(),
                      message.tag().toArray())));
    } finally {
      Arrays.fill(contentKey, (byte) 0);
    }
  }
}
