package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The members of a mail application that everybody can read (schema {@code MailProfile}): the keys
 * to encrypt mail to its owner.
 *
 * @param encryptionPgp the OpenPGP key for mail to the owner
 * @param encryptionSmime the S/MIME key for mail to the owner
 */
public record MailProfile(
    @JsonProperty("EncryptionPGP") @Nullable PublicKey encryptionPgp,
    @JsonProperty("EncryptionSMIME") @Nullable PublicKey encryptionSmime) {

  /** A copy with another {@code EncryptionPGP}. */
  public MailProfile withEncryptionPgp(PublicKey encryptionPgp) {
    return new MailProfile(encryptionPgp, encryptionSmime);
  }

  /** A copy with another {@code EncryptionSMIME}. */
  public MailProfile withEncryptionSmime(PublicKey encryptionSmime) {
    return new MailProfile(encryptionPgp, encryptionSmime);
  }
}
