package dev.meshsim.schema.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.AtLeastOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signed and encrypted objects and the keys of the dialect {@code portal-2017}. */
public interface Forms2017 {

  /**
   * A key. Its type is in its tag and its use is that of the member it is in.
   *
   * @param kid the fingerprint of the key
   */
  record Key(@JsonProperty("kid") @Nullable String kid) {}

  /**
   * The header of a signed or encrypted object. Other members may be present.
   *
   * @param dig the digest algorithm of the payload, S512
   * @param alg the algorithm of the key
   * @param kid the fingerprint of the key
   */
  record Header(
      @JsonProperty("dig") @Nullable String dig,
      @JsonProperty("alg") @Nullable String alg,
      @JsonProperty("kid") @Nullable String kid) {}

  /**
   * A signed object. The signature covers the protected header, which has the digest of the
   * payload.
   *
   * @param unprotected the header that is not signed: the digest algorithm
   * @param payload the JSON text of the object, in its tag
   * @param signatures at least one signature
   */
  record Signed(
      @JsonProperty("unprotected") @Nullable Header unprotected,
      @JsonProperty("payload") Bytes payload,
      @JsonProperty("signatures") @AtLeastOne List<Signature> signatures) {}

  /**
   * One signature.
   *
   * @param header the header that is not signed: the fingerprint of the key
   * @param protectedHeader the JSON text of the signed header: the algorithm and, in val, the
   *     payload's digest
   * @param signature the octets of the signature
   */
  record Signature(
      @JsonProperty("header") Header header,
      @JsonProperty("protected") Bytes protectedHeader,
      @JsonProperty("signature") Bytes signature) {}

  /**
   * An encrypted object. The encryption is not authenticated.
   *
   * @param protectedHeader the JSON text of the header: the content encryption
   * @param iv the initialization vector
   * @param recipients the content key for each recipient; absent from an escrow entry of 2016 and
   *     before
   * @param ciphertext the encrypted octets
   */
  record Encrypted(
      @JsonProperty("protected") Bytes protectedHeader,
      @JsonProperty("iv") Bytes iv,
      @JsonProperty("recipients") List<Recipient> recipients,
      @JsonProperty("ciphertext") Bytes ciphertext) {}

  /**
   * The content key for one recipient.
   *
   * @param header the algorithm and the fingerprint of the recipient's key
   * @param encryptedKey the encrypted content key
   */
  record Recipient(
      @JsonProperty("Header") @Nullable Header header,
      @JsonProperty("encrypted_key") @Nullable Bytes encryptedKey) {}
}
