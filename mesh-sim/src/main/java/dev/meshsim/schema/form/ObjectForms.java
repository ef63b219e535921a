package dev.meshsim.schema.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.Tagged;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects of both dialects whose JSON is written by hand. */
public interface ObjectForms {

  /**
   * The header of a signed or encrypted object (RFC 7515 section 4, RFC 7516 section 4). Other
   * members may be present.
   *
   * @param alg the algorithm of the key
   * @param kid the fingerprint of the key
   * @param epk the ephemeral key of a key agreement, a JSON Web Key
   */
  record JoseHeader(
      @JsonProperty("alg") @Nullable String alg,
      @JsonProperty("kid") @Nullable String kid,
      @JsonProperty("epk") @Nullable EphemeralKey epk) {}

  /**
   * The public key of a key agreement that is used once (RFC 7518 section 4.6.1.1), without a tag.
   * Other members of RFC 7517 may be present.
   *
   * @param kty the key type: OKP or EC
   * @param crv the curve
   * @param x the public key, or its x coordinate
   * @param y the y coordinate of a key of type EC
   */
  record EphemeralKey(
      @JsonProperty("kty") String kty,
      @JsonProperty("crv") String crv,
      @JsonProperty("x") Bytes x,
      @JsonProperty("y") @Nullable Bytes y) {}

  /**
   * A public key under its fingerprint.
   *
   * @param udf the fingerprint of the key
   * @param publicParameters the key
   */
  record PublicKey(
      @JsonProperty("UDF") Udf udf,
      @JsonProperty("PublicParameters") @Tagged Key publicParameters) {}

  /**
   * A private key under its fingerprint. Secret: it is only ever in content that is encrypted.
   *
   * @param udf the fingerprint of the key
   * @param privateParameters the key pair
   */
  record PrivateKeyParameters(
      @JsonProperty("UDF") Udf udf,
      @JsonProperty("PrivateParameters") @Tagged Key privateParameters) {}

  /** A key of any type; the class is only named. */
  record Key() {}

  /**
   * The keys that an escrow entry holds. Secret: it is only ever in content that is encrypted.
   *
   * @param masterSignatureKey the key whose fingerprint is the identifier of the profile
   * @param masterEscrowKeys the keys that the data of applications is encrypted to as well
   */
  record EscrowedKeySet(
      @JsonProperty("MasterSignatureKey") @Tagged Key masterSignatureKey,
      @JsonProperty("MasterEscrowKeys") @Tagged List<Key> masterEscrowKeys) {}

  /**
   * The private keys of a device, as others wrote them. Secret; read and never written.
   *
   * @param deviceSignatureKey the key that signs
   * @param deviceAuthenticationKey the key that authenticates
   * @param deviceEncryptionKey the key that decrypts, under the name that the schema spells so
   */
  record DevicePrivateProfile(
      @JsonProperty("DeviceSignatureKey") @Tagged @Nullable Key deviceSignatureKey,
      @JsonProperty("DeviceAuthenticationKey") @Tagged @Nullable Key deviceAuthenticationKey,
      @JsonProperty("DeviceEncryptiontionKey") @Tagged @Nullable Key deviceEncryptionKey) {}

  /**
   * The signed part of an application: what everybody may read, and the data that is encrypted to
   * its devices.
   *
   * @param updated the time of this version
   * @param devices what each device publishes about itself
   * @param sharedPrivate the content, encrypted to all devices of the application
   * @param devicePrivate what single devices have encrypted to themselves
   */
  record ApplicationProfile(
      @JsonProperty("Updated") Instant updated,
      @JsonProperty("Devices") List<DevicePart> devices,
      @JsonProperty("SharedPrivate") EncryptedPart sharedPrivate,
      @JsonProperty("DevicePrivate") List<EncryptedPart> devicePrivate) {}

  /**
   * The first record of a log.
   *
   * @param type the kind of log: Data
   * @param content the media type of the objects in the log
   * @param comment a text for people
   */
  record LogHeader(
      @JsonProperty("Type") String type,
      @JsonProperty("Content") String content,
      @JsonProperty("Comment") @Nullable String comment) {}
}
