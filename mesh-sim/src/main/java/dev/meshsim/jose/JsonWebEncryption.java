package dev.meshsim.jose;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.AtLeastOne;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An encrypted message for one or more recipients: the general JSON serialization of RFC 7516
 * 7.2.1. Immutable.
 *
 * @param protectedHeader the exact UTF-8 octets of the header that the tag covers; if empty, the
 *     message cannot be decrypted, since {@code enc} must be protected
 * @param unprotected header members for all recipients that the tag does not cover, or null
 * @param recipients the content key for each recipient, at least one
 * @param aad additional octets that the tag covers, or null
 * @param iv the initialization vector: 12 octets for AES-GCM, 16 for AES-CBC
 * @param ciphertext the encrypted octets; as long as the plaintext for AES-GCM
 * @param tag the authentication tag: 16 octets for AES-GCM; empty in the {@code portal-2017}
 *     dialect
 */
public record JsonWebEncryption(
    @JsonProperty("protected") @JsonSetter(nulls = Nulls.SET) Bytes protectedHeader,
    @JsonProperty("unprotected") @Nullable ObjectNode unprotected,
    @JsonProperty("recipients") @AtLeastOne List<WrappedKey> recipients,
    @JsonProperty("aad") @Nullable Bytes aad,
    @JsonProperty("iv") Bytes iv,
    @JsonProperty("ciphertext") Bytes ciphertext,
    @JsonProperty("tag") Bytes tag) {

  /**
   * Checks that the required members are present.
   *
   * @throws JoseException.Malformed if one is missing or {@code recipients} is empty
   */
  public JsonWebEncryption {
    protectedHeader = protectedHeader == null ? Bytes.EMPTY : protectedHeader;
    JoseException.Malformed.requirePresent("recipients", recipients);
    JoseException.Malformed.requirePresent("iv", iv);
    JoseException.Malformed.requirePresent("ciphertext", ciphertext);
    JoseException.Malformed.requirePresent("tag", tag);
    if (recipients.isEmpty()) {
      throw JoseException.Malformed.of("an encrypted message has at least one recipient");
    }
    recipients = List.copyOf(recipients);
    unprotected = unprotected == null ? null : unprotected.deepCopy();
  }

  /** A copy of the header members that the tag does not cover, or null. */
  @Override
  public @Nullable ObjectNode unprotected() {
    return unprotected == null ? null : unprotected.deepCopy();
  }

  /**
   * The content key, encrypted to one recipient.
   *
   * @param header members for this recipient: {@code alg}, {@code kid}, {@code epk}; or null
   * @param encryptedKey the wrapped content key, or null where the content key is agreed or shared
   */
  public record WrappedKey(
      @JsonProperty("header") @Nullable ObjectNode header,
      @JsonProperty("encrypted_key") @Nullable Bytes encryptedKey) {

    /** Copies the header. */
    public WrappedKey {
      header = header == null ? null : header.deepCopy();
    }

    /** A copy of this recipient's header members, or null. */
    @Override
    public @Nullable ObjectNode header() {
      return header == null ? null : header.deepCopy();
    }
  }
}
