package dev.meshsim.protect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.JwsHeader;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.world.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A portal's statement of its keys: a JWS in the general JSON serialization. Its own signature key
 * signs it and, if it follows another statement, the signature key of that one too. Every instance
 * carries a valid signature of its own key; {@link #follows} checks the other.
 *
 * <p>The protected header of its own signature names the statement before it ({@value #PREVIOUS}:
 * the base64url of the SHA-256 of that one's JWS payload octets). So nobody can put a statement of
 * other keys before a portal's; {@link #isBoundTo} checks both directions.
 */
public final class KeyStatement {

  /** The media type that the protected header's {@code typ} gives. */
  public static final String TYPE = "mesh-portal-keys+jws";

  /** The member of the protected header that names the statement before. */
  public static final String PREVIOUS = "previous";

  /** The most octets of a statement. */
  public static final int MOST_OCTETS = 16 * 1024;

  private static final int MOST_SIGNATURES = 2;
  private static final int NONE = -1;

  private final Content content;
  private final PublicJwk signature;
  private final PublicJwk encryption;
  private final @Nullable NoteKey log;
  private final String fingerprint;
  private final String encryptionFingerprint;
  private final JsonWebSignature signed;
  private volatile @Nullable Bytes text;

  /** The payload: what the portal states. */
  private record Content(
      @JsonProperty("Domain") String domain,
      @JsonProperty("Number") int number,
      @JsonProperty("Signature") JsonNode signature,
      @JsonProperty("Encryption") JsonNode encryption,
      @JsonProperty("Log") @Nullable String log) {}

  private KeyStatement(JsonWebSignature signed) {
    this.signed = signed;
    this.content = MeshJson.read(signed.payload(), Content.class);
    this.signature = PublicJwk.fromJson(content.signature());
    this.encryption = PublicJwk.fromJson(content.encryption());
    this.log = content.log() == null ? null : NoteKey.parse(content.log());
    this.fingerprint = Dialect.MESH.fingerprint(signature).text();
    this.encryptionFingerprint = Dialect.MESH.fingerprint(encryption).text();
  }

  /**
   * Makes a statement.
   *
   * @param number 1 for the first keys of a portal; each change counts one up
   * @param log the key of the portal's checkpoints; null for a log without them
   * @param before the statement before this one; null for the first
   * @param previous the signature key of that statement if it is another one than this one's
   */
  static KeyStatement of(
      String domain,
      int number,
      PrivateJwk signature,
      PublicJwk encryption,
      @Nullable NoteKey log,
      @Nullable KeyStatement before,
      @Nullable PrivateJwk previous,
      RandomStream random) {
    Content content =
        new Content(
            domain,
            number,
            signature.publicJwk().toJson(null),
            encryption.toJson(null),
            log == null ? null : log.text());
    Map<String, Object> type = Map.of("typ", TYPE);
    Map<String, Object> own = new LinkedHashMap<>(type);
    if (before != null) {
      own.put(PREVIOUS, before.digest().base64Url());
    }
    JsonWebSignature signed =
        Jws.sign(MeshJson.write(content), signature, kid(signature), own, random);
    if (previous != null) {
      signed = Jws.addSignature(signed, previous, kid(previous), type, random);
    }
    return new KeyStatement(signed);
  }

  private static String kid(PrivateJwk key) {
    return Dialect.MESH.fingerprint(key.publicJwk()).text();
  }

  /**
   * Reads a statement and verifies its own signature.
   *
   * @throws ProtectException {@code protect.bad-statement} if it is not valid
   */
  public static KeyStatement read(Bytes text) {
    if (text.length() > MOST_OCTETS) {
      throw ProtectException.badStatement("it has more than " + MOST_OCTETS + " octets");
    }
    KeyStatement read;
    try {
      read = new KeyStatement(Jws.fromJson(text));
      if (read.signed.signatures().size() > MOST_SIGNATURES) {
        throw ProtectException.badStatement("it has more than two signatures");
      }
      if (read.encryption.algorithm().signs() || read.content.number() < 1) {
        throw ProtectException.badStatement("it has no key for encryption, or no number");
      }
      if (read.log != null && !read.log.name().equals(read.domain())) {
        throw ProtectException.badStatement("the key of its log is that of another domain");
      }
      if (!read.signedBy(read.fingerprint, read.signature)) {
        throw ProtectException.badStatement("its own key has not signed it");
      }
    } catch (ProtectException e) {
      throw e;
    } catch (MeshException e) {
      throw ProtectException.badStatement(e.problem());
    }
    return read;
  }

  /**
   * Verifies a text that the portal has signed with the key of this statement.
   *
   * @param type the {@code typ} that its protected header must have
   * @return the payload
   * @throws ProtectException {@code protect.not-authentic} if the signature does not fit, {@code
   *     protect.wrong-use} if it is not signed by that key or as another kind of text
   */
  public Bytes verify(JsonWebSignature text, String type) {
    try {
      if (signatureBy(text, type, fingerprint, signature) != NONE) {
        return text.payload();
      }
    } catch (MeshException e) {
      throw ProtectException.notAuthentic(e);
    }
    throw ProtectException.wrongUse(type, null);
  }

  private boolean signedBy(String kid, PublicJwk key) {
    return signatureBy(signed, TYPE, kid, key) != NONE;
  }

  /** The digest by which the next statement names this one: 32 octets. */
  private Bytes digest() {
    return Sha256.of(signed.payload());
  }

  /** The index of the signature by a key, which is verified; {@link #NONE} if there is none. */
  private static int signatureBy(
      JsonWebSignature signed, String wanted, String kid, PublicJwk key) {
    for (int i = 0; i < signed.signatures().size(); i++) {
      JwsHeader header = Jws.header(signed, i);
      JsonNode type = header.member("typ");
      if (kid.equals(header.kid()) && type != null && type.asString("").equals(wanted)) {
        Jws.verify(signed, i, key);
        return i;
      }
    }
    return NONE;
  }

  /** True if the keys of {@code before} have signed this statement as the next one. */
  public boolean follows(KeyStatement before) {
    if (!domain().equals(before.domain()) || number() != before.number() + 1) {
      return false;
    }
    try {
      return signedBy(before.fingerprint, before.signature);
    } catch (MeshException e) {
      return false;
    }
  }

  /**
   * True if this statement follows {@code before}, and its own key has signed that it does. A
   * statement without {@value #PREVIOUS}, as earlier versions made them, is bound only to one of
   * its own signature key.
   */
  public boolean isBoundTo(KeyStatement before) {
    if (!follows(before)) {
      return false;
    }
    if (fingerprint.equals(before.fingerprint)) {
      return true;
    }
    int own = signatureBy(signed, TYPE, fingerprint, signature);
    JsonNode named = Jws.header(signed, own).member(PREVIOUS);
    return named != null && named.asString("").equals(before.digest().base64Url());
  }

  /** The domain of the portal. */
  public String domain() {
    return content.domain();
  }

  /** The number of the keys, from 1; each change counts one up. */
  public int number() {
    return content.number();
  }

  /** The key that verifies the portal's answers. */
  public PublicJwk signature() {
    return signature;
  }

  /** The key that requests are encrypted to. */
  public PublicJwk encryption() {
    return encryption;
  }

  /** The key that verifies the checkpoints of the portal's log, if there are any. */
  public Optional<NoteKey> log() {
    return Optional.ofNullable(log);
  }

  /** The fingerprint of the signature key, by which people compare portals. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The fingerprint of the encryption key. */
  public String encryptionFingerprint() {
    return encryptionFingerprint;
  }

  /** The statement as it travels: JSON of a JWS. */
  public Bytes text() {
    Bytes known = text;
    if (known == null) {
      known = MeshJson.write(signed);
      text = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyStatement that && signed.equals(that.signed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fingerprint, content.number());
  }

  /** Domain, number and fingerprint. */
  @Override
  public String toString() {
    return "KeyStatement[" + domain() + ", " + number() + ", " + fingerprint + "]";
  }
}
