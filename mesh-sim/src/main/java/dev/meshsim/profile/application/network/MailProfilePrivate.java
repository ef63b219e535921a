package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted content of a {@code MailProfile} (schema {@code MailProfilePrivate}).
 *
 * @param emailAddress the address that mail is sent from
 * @param replyToAddress the address for replies
 * @param displayName the name that is shown with the address
 * @param accountName the name of the account in a list, for people
 * @param inbound the services that mail is fetched from
 * @param outbound the services that mail is sent by
 * @param signKeys the member {@code Sign}: keys for signing mail
 * @param encryptKeys the member {@code Encrypt}: keys for encrypted mail
 */
public record MailProfilePrivate(
    @JsonProperty("EmailAddress") @Nullable String emailAddress,
    @JsonProperty("ReplyToAddress") @Nullable String replyToAddress,
    @JsonProperty("DisplayName") @Nullable String displayName,
    @JsonProperty("AccountName") @Nullable String accountName,
    @JsonProperty("Inbound") List<Connection> inbound,
    @JsonProperty("Outbound") List<Connection> outbound,
    @JsonProperty("Sign") List<PublicKey> signKeys,
    @JsonProperty("Encrypt") List<PublicKey> encryptKeys) {

  /** Copies the lists; an absent list becomes an empty one. */
  public MailProfilePrivate {
    inbound = Required.list(inbound);
    outbound = Required.list(outbound);
    signKeys = Required.list(signKeys);
    encryptKeys = Required.list(encryptKeys);
  }

  /** The content of a new application. */
  public static final MailProfilePrivate EMPTY =
      new MailProfilePrivate(null, null, null, null, List.of(), List.of(), List.of(), List.of());

  /** A copy with another {@code EmailAddress}. */
  public MailProfilePrivate withEmailAddress(String emailAddress) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with another {@code ReplyToAddress}. */
  public MailProfilePrivate withReplyToAddress(String replyToAddress) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with another {@code DisplayName}. */
  public MailProfilePrivate withDisplayName(String displayName) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with another {@code AccountName}. */
  public MailProfilePrivate withAccountName(String accountName) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with another {@code Sign}. */
  public MailProfilePrivate withSignKeys(List<PublicKey> signKeys) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with another {@code Encrypt}. */
  public MailProfilePrivate withEncryptKeys(List<PublicKey> encryptKeys) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with an inbound service, in place of the one with its identity if there is one. */
  public MailProfilePrivate withInbound(Connection service) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        Entries.with(inbound, ConnectionKey::of, service),
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy without an inbound service. */
  public MailProfilePrivate withoutInbound(Connection service) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        Entries.without(inbound, ConnectionKey::of, ConnectionKey.of(service)),
        outbound,
        signKeys,
        encryptKeys);
  }

  /** A copy with an outbound service, in place of the one with its identity if there is one. */
  public MailProfilePrivate withOutbound(Connection service) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        Entries.with(outbound, ConnectionKey::of, service),
        signKeys,
        encryptKeys);
  }

  /** A copy without an outbound service. */
  public MailProfilePrivate withoutOutbound(Connection service) {
    return new MailProfilePrivate(
        emailAddress,
        replyToAddress,
        displayName,
        accountName,
        inbound,
        Entries.without(outbound, ConnectionKey::of, ConnectionKey.of(service)),
        signKeys,
        encryptKeys);
  }

  /** The address only; a connection may have a password. */
  @Override
  public String toString() {
    return "MailProfilePrivate[" + emailAddress + "]";
  }
}
