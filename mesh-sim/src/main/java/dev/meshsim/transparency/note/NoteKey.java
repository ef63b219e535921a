package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The public key of a log or a witness under its name: a verifier key of C2SP signed-note. Keys are
 * equal if name, type and octets are.
 */
public final class NoteKey {

  private static final int SPKI_HEAD = 12;
  private static final int PUBLIC_OCTETS = 32;
  private static final int ID_DIGITS = 8;

  private final String name;
  private final KeyType type;
  private final Bytes typed;
  private final Bytes id;
  private final PublicJwk key;

  private NoteKey(String name, KeyType type, Bytes typed, PublicJwk key) {
    this.name = name;
    this.type = type;
    this.typed = typed;
    this.id = KeyName.id(name, typed);
    this.key = key;
  }

  /** The key of a log or a witness; an Ed25519 key. */
  public static NoteKey of(String name, KeyType type, PublicJwk key) {
    byte[] spki = key.spki().toArray();
    if (!KeyName.isValid(name) || spki.length != SPKI_HEAD + PUBLIC_OCTETS) {
      throw new IllegalArgumentException("a key name and an Ed25519 key are needed");
    }
    byte[] typed = new byte[1 + PUBLIC_OCTETS];
    typed[0] = (byte) type.octet();
    System.arraycopy(spki, SPKI_HEAD, typed, 1, PUBLIC_OCTETS);
    return new NoteKey(name, type, Bytes.of(typed), key);
  }

  /**
   * Reads a verifier key: name, identifier and key, joined by plus signs.
   *
   * @throws TransparencyException {@code transparency.bad-key} if it is none, or of another type
   */
  public static NoteKey parse(String text) {
    // The base64 of the key may have plus signs too.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !KeyName.isValid(parts[0])) {
      throw TransparencyException.badKey(text, "the form is NAME+ID+KEY");
    }
    Bytes typed =
        StrictBase64.parse(parts[2])
            .filter(octets -> octets.length() > 0)
            .orElseThrow(() -> TransparencyException.badKey(text, "the key is not base64"));
    KeyType type =
        KeyType.of(typed.at(0))
            .orElseThrow(
                () ->
                    TransparencyException.badKey(
                        text, "only the types 1 and 4 are read, both of Ed25519"));
    Bytes id = KeyName.id(parts[0], typed);
    if (parts[1].length() != ID_DIGITS || !id.hex().equals(parts[1])) {
      throw TransparencyException.badKey(
          text, "the identifier of this name and key is " + id.hex());
    }
    if (typed.length() != 1 + PUBLIC_OCTETS) {
      throw TransparencyException.badKey(text, "an Ed25519 key has 32 octets");
    }
    try {
      Bytes x = Bytes.of(typed.toArray(), 1, typed.length());
      return new NoteKey(
          parts[0],
          type,
          typed,
          PublicJwk.fromJson(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("kty", "OKP")
                  .put("crv", "Ed25519")
                  .put("x", x.base64Url())));
    } catch (MeshException e) {
      throw TransparencyException.badKey(text, e.problem());
    }
  }

  /** The name; of a log it is the origin. */
  public String name() {
    return name;
  }

  /** The type. */
  public KeyType type() {
    return type;
  }

  /** The identifier, 4 octets. */
  public Bytes id() {
    return id;
  }

  /** The public key without its name and type, as hexadecimal digits. */
  String publicKey() {
    return Bytes.of(typed.toArray(), 1, typed.length()).hex();
  }

  /** The verifier key, which {@link #parse} reads. */
  public String text() {
    return name + "+" + id.hex() + "+" + StrictBase64.of(typed);
  }

  /** True if a signature line that names this key is a right one of the text. */
  boolean verifies(String text, NoteSignature signature) {
    Bytes octets = signature.octets();
    if (octets.length() != type.signatureOctets()) {
      return false;
    }
    if (type == KeyType.ED25519) {
      return key.verifies(Bytes.utf8(text), octets);
    }
    Optional<Instant> time = timeOf(octets);
    return time.isPresent()
        && key.verifies(
            Cosignature.message(text, time.get().getEpochSecond()),
            Bytes.of(octets.toArray(), Long.BYTES, octets.length()));
  }

  /** The time of a cosignature; empty if it is not after 1970. */
  static Optional<Instant> timeOf(Bytes octets) {
    long seconds = ByteBuffer.wrap(octets.toArray()).getLong();
    return seconds > 0 && seconds <= Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey same && name.equals(same.name) && typed.equals(same.typed);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
