package dev.meshsim.scenario;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.session.AccountsException;
import dev.meshsim.session.AdministrationException;
import dev.meshsim.session.SessionException;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.share.ShareException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the Mesh: those that a portal enforces on every client, then those that a client
 * enforces on itself. A scenario that shows a rule names it in its tags, {@code rule:name-taken}.
 * {@code docs/coverage.md} lists them with their scenarios.
 */
public enum Rule {
  NAME_FORM("An account name is user@domain.", RefusalReason.BAD_NAME),
  NAME_DOMAIN("A portal has accounts of its own domain only.", RefusalReason.OTHER_DOMAIN),
  NAME_TAKEN("A name belongs to the profile that took it first.", RefusalReason.TAKEN),
  NAME_CASE("Names that differ in case only are one name.", RefusalReason.TAKEN),
  NAME_DELETED("The name of a deleted account goes to its owner only.", RefusalReason.TAKEN),
  ACCOUNT_SIGNED("A key of the profile signs its CreateAccount.", RefusalReason.NOT_SIGNED),
  ACCOUNT_KNOWN("An account must exist for all but creating it.", RefusalReason.UNKNOWN_ACCOUNT),
  ACCOUNT_DELETED("A deleted account answers no request.", RefusalReason.UNKNOWN_ACCOUNT),
  REQUEST_FORM("A request has the form of the protocol.", RefusalReason.MALFORMED),
  REQUEST_SIZE("A request and each object in it have a limited size.", RefusalReason.TOO_LARGE),
  REQUEST_CHALLENGE(
      "A signed request names a challenge that the portal gave.", RefusalReason.CHALLENGE),
  REQUEST_ONCE("A signed request is accepted once.", RefusalReason.USED),
  REQUEST_TIME("What is signed is not from the future.", RefusalReason.CLOCK),
  REQUEST_SIGNER(
      "A signed request counts for its portal, its account and the right key only.",
      RefusalReason.OTHER_SIGNER),
  SIGNATURE_VERIFIES("What is signed verifies before it is stored.", RefusalReason.NOT_VERIFIED),
  ADMINISTRATOR_ASKS(
      "Only an administrator lists requests, answers them, and deletes the account.",
      RefusalReason.NOT_ADMINISTRATOR),
  ADMINISTRATOR_SIGNS(
      "An administrator of the stored profile, or its master key, signs the next version.",
      RefusalReason.NOT_ADMINISTRATOR),
  VERSION_REPLACES(
      "A version names the stored one that it replaces, so none is lost and none returns.",
      RefusalReason.CONFLICT),
  VERSION_REPEATED("What is stored already is accepted again and changes nothing."),
  APPLICATION_SIGNER(
      "A device that administers the application signs it.", RefusalReason.NOT_VERIFIED),
  APPLICATION_LISTED(
      "The stored profile lists an application before it is published.",
      404,
      RefusalReason.UNPUBLISHED),
  APPLICATION_IDENTIFIER(
      "The identifier of an application is that of no other entry.", RefusalReason.OCCUPIED),
  ESCROW_SIGNED("An administrator publishes an escrow entry.", RefusalReason.NOT_SIGNED),
  ESCROW_ONCE("An escrow entry is written once.", RefusalReason.OCCUPIED),
  ESCROW_VOIDED("A renewed escrow entry deletes the earlier ones.", RefusalReason.UNKNOWN_ENTRY),
  CONNECTION_PROFILE(
      "A connection request is for the profile of the account.", RefusalReason.MALFORMED),
  CONNECTION_NEEDED("A device in the profile is not connected again.", RefusalReason.CONNECTED),
  CONNECTION_LATEST("A later request of a device replaces the earlier.", RefusalReason.SUPERSEDED),
  CONNECTION_EXPIRES("An open request is forgotten.", RefusalReason.UNKNOWN_REQUEST),
  CONNECTION_FRESH("A request as old as that is not opened anew.", RefusalReason.EXPIRED),
  CONNECTION_FLOOD(
      "Open requests are limited, and none is hidden by later ones.",
      RefusalReason.TOO_MANY_REQUESTS),
  CONNECTION_ANSWERED("A request is answered once.", RefusalReason.ANSWERED),
  CONNECTION_PUBLISHED(
      "An accepted answer carries the stored profile, with the device.", RefusalReason.UNPUBLISHED),
  CONNECTION_ASKER("Only the device that asked reads its answer.", RefusalReason.NOT_SIGNED),

  CODES_COMPARED("A device is connected if both codes agree.", SessionException.Code.CODES_DIFFER),
  ANSWER_OF_REQUEST(
      "An answer to another request is not believed.", SessionException.Code.OTHER_ANSWER),
  PROFILE_LATER("An older version than one seen is not believed.", SessionException.Code.ROLLBACK),
  PROFILE_SAME(
      "An account that turns to another profile is not believed.",
      SessionException.Code.PROFILE_CHANGED),
  KEY_OF_ADMINISTRATOR(
      "What an administrator does needs an online signature key.",
      SessionException.Code.NOT_ADMINISTRATOR),
  KEY_OF_MASTER(
      "A new list of administrators needs the master key.",
      AdministrationException.Code.MASTER_KEY_NEEDED),
  ADMINISTRATOR_LEFT(
      "The last administrator is not removed.", AdministrationException.Code.LAST_ADMINISTRATOR),
  DEVICE_OTHER("A device does not remove itself.", AdministrationException.Code.OWN_DEVICE),
  ACCOUNT_LEFT("The last account is not forgotten.", AccountsException.Code.LAST_ACCOUNT),
  ACCOUNT_ONCE("An account is on a machine once.", SessionException.Code.ALREADY_BOUND),
  ACCOUNT_OWNER(
      "An account of another profile is not bound.", AccountsException.Code.ACCOUNT_OF_OTHER),
  QUORUM("Fewer shares than the quorum recover nothing.", ShareException.Code.TOO_FEW),
  SHARES_AGREE("Shares that contradict each other recover nothing.", ShareException.Code.DISAGREE),
  SHARES_OF_PROFILE(
      "Another profile's shares recover nothing.", SessionException.Code.OTHER_PROFILE),
  READERS(
      "Only devices that were added to an application read it.",
      ApplicationException.Code.CANNOT_DECRYPT),
  CHANGES_MERGED(
      "Of two changes of one thing a person chooses; all others are kept.",
      ConflictException.Code.DIFFERS);

  /** What a tag begins with that names a rule. */
  public static final String TAG = "rule:";

  private final String sentence;
  private final int status;
  private final @Nullable RefusalReason reason;

  @SuppressWarnings("ImmutableEnumChecker") // A constant of an enum.
  private final @Nullable ErrorCode code;

  Rule(String sentence) {
    this(sentence, 0, null, null);
  }

  Rule(String sentence, RefusalReason reason) {
    this(sentence, reason.status(), reason, null);
  }

  Rule(String sentence, int status, RefusalReason reason) {
    this(sentence, status, reason, null);
  }

  Rule(String sentence, ErrorCode code) {
    this(sentence, 0, null, code);
  }

  Rule(String sentence, int status, @Nullable RefusalReason reason, @Nullable ErrorCode code) {
    this.sentence = sentence;
    this.status = status;
    this.reason = reason;
    this.code = code;
  }

  /** The rule as a sentence. */
  public String sentence() {
    return sentence;
  }

  /** The status of the portal's refusal; 0 if the portal does not refuse. */
  public int status() {
    return status;
  }

  /** The reason of the portal's refusal. */
  public Optional<RefusalReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** The code of the client's refusal. */
  public Optional<ErrorCode> code() {
    return Optional.ofNullable(code);
  }

  /** The tag of its scenarios, such as {@code rule:name-taken}. */
  public String tag() {
    return TAG + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The tags of all rules. */
  public static List<String> tags() {
    return Arrays.stream(values()).map(Rule::tag).toList();
  }
}
