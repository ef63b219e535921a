package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of forgeries: requests that a portal must refuse. */
public enum Forgery {
  /** A header that names another's key. */
  ANOTHERS_NAME(
      "another's signature",
      "Deletes somebody's account by a request whose header names the"
          + " administrator's key, which has not signed it.",
      AccountForgeries::anothersName),
  /** An administrator's signature for an account of somebody else. */
  ANOTHERS_ACCOUNT(
      "another's account",
      "Deletes somebody's account by a request that the administrator of another"
          + " account has signed.",
      AccountForgeries::anothersAccount),
  /** A request without an envelope. */
  UNSIGNED(
      "no signature",
      "Asks for the connection requests of an account by a request that nobody has signed.",
      AccountForgeries::unsigned),
  /** A name that is in use. */
  TAKEN_ACCOUNT(
      "taken account", "Creates an account that somebody has.", AccountForgeries::takenAccount),
  /** A name that was in use. */
  DELETED_ACCOUNT(
      "deleted account",
      "Creates an account that somebody else had.",
      AccountForgeries::deletedAccount),
  /** An identifier that is not the profile's. */
  OTHER_IDENTIFIER(
      "other identifier",
      "Creates an account with a profile under the identifier of something else.",
      AccountForgeries::otherIdentifier),
  /** A signature that is too old. */
  LATE("late request", "Sends a request that was signed three days ago.", AccountForgeries::late),
  /** The challenge of an earlier program. */
  OTHER_CHALLENGE(
      "other challenge",
      "Sends a request that was signed for another process of the portal.",
      AccountForgeries::otherChallenge),
  /** The name of another portal. */
  OTHER_PORTAL(
      "other portal",
      "Sends a request that was signed for another portal.",
      AccountForgeries::otherPortal),
  /** A replay. */
  TWICE(
      "used request",
      "Sends a signed request that the portal has answered, again.",
      AccountForgeries::twice),
  /** An entry of another's application. */
  ANOTHERS_APPLICATION(
      "another's application",
      "Publishes a profile that lists somebody's application as its own.",
      ProfileForgeries::anothersApplication),
  /** A version out of order. */
  REPLACES_NOTHING(
      "replaces nothing",
      "Publishes a version of a profile that does not name the one it replaces.",
      ProfileForgeries::replacesNothing),
  /** A step back in time. */
  EARLIER_VERSION(
      "earlier version",
      "Publishes a version of a profile that is earlier than the stored one.",
      ProfileForgeries::earlier),
  /** A broken signature. */
  ALTERED_VERSION(
      "altered version",
      "Publishes a version of a profile that was changed after it was signed.",
      ProfileForgeries::altered),
  /** A self-made administrator. */
  NEW_ADMINISTRATOR(
      "new administrator",
      "Publishes a version of a profile that only an administrator has signed whom"
          + " this version makes one.",
      ProfileForgeries::newAdministrator),
  /** An outdated list of readers. */
  OTHER_READERS(
      "other readers",
      "Publishes an application that was encrypted for the devices of an earlier"
          + " version of its profile.",
      ProfileForgeries::otherReaders),
  /** A stranger's application. */
  OTHER_DEVICE(
      "other device",
      "Publishes an application that a device has signed which its profile does not have.",
      ProfileForgeries::otherDevice),
  /** An escrow entry of the past. */
  VOIDED_ESCROW(
      "voided escrow", "Publishes an escrow entry that was voided.", EscrowForgeries::voided),
  /** An escrow entry in place of another. */
  ESCROW_IN_PLACE(
      "escrow in place",
      "Publishes an escrow entry under the identifier of another one.",
      EscrowForgeries::inPlace),
  /** An escrow entry in place of an application. */
  SQUATTED(
      "squatted identifier",
      "Publishes an escrow entry under the identifier of somebody's application.",
      EscrowForgeries::squatted),
  /** A connection request after its answer. */
  ANSWERED_REQUEST(
      "answered request",
      "Sends a connection request again that was rejected.",
      ConnectionForgeries::answeredRequest),
  /** A connection request out of order. */
  SUPERSEDED_REQUEST(
      "superseded request",
      "Sends a connection request after a later one of the same device.",
      ConnectionForgeries::supersededRequest),
  /** A connection request by a stranger. */
  ANOTHERS_REQUEST(
      "another's request",
      "Sends a connection request that another has signed than the device in it.",
      ConnectionForgeries::anothersRequest),
  /** An answer that comes too late. */
  SUPERSEDED_ANSWER(
      "superseded answer",
      "Answers a connection request that a later one has replaced.",
      ConnectionForgeries::supersededAnswer),
  /** An acceptance without a new profile. */
  ACCEPTED_OUTSIDE(
      "accepted outside",
      "Accepts a device that the stored profile does not have.",
      ConnectionForgeries::acceptedOutside),
  /** An answer to oneself. */
  DEVICE_ANSWERS(
      "device answers",
      "Answers a connection request with the signature of the device that asks.",
      ConnectionForgeries::deviceAnswers),
  /** A stranger's question. */
  ANOTHERS_STATUS(
      "another's answer",
      "Asks for the answer to a connection request, signed by another key than the device's.",
      ConnectionForgeries::anothersStatus),
  /** A new account without a signature. */
  UNSIGNED_ACCOUNT(
      "unsigned account",
      "Creates an account by a request that nobody has signed.",
      AccountForgeries::unsignedAccount),
  /** A signature of the future. */
  EARLY(
      "early request",
      "Sends a request that is signed for three days hence.",
      AccountForgeries::early),
  /** A signature for another account. */
  OTHER_ACCOUNT(
      "other account",
      "Sends a request about an account that was signed for another account.",
      AccountForgeries::otherAccount),
  /** An application that is not listed. */
  UNLISTED_APPLICATION(
      "unlisted application",
      "Publishes an application that no profile lists.",
      ProfileForgeries::unlisted),
  /** An escrow entry without a signature. */
  UNSIGNED_ESCROW(
      "unsigned escrow",
      "Publishes an escrow entry by a request that nobody has signed.",
      EscrowForgeries::unsigned),
  /** A connection request for another profile. */
  OTHER_PROFILE(
      "other profile",
      "Sends a connection request for another profile than that of the account.",
      ConnectionForgeries::otherProfile),
  /** A connection request of long ago. */
  OLD_REQUEST(
      "old connection request",
      "Sends a connection request that was signed 30 days ago.",
      ConnectionForgeries::oldRequest),
  /** An acceptance with a version that is not stored. */
  ACCEPTED_UNPUBLISHED(
      "accepted unpublished",
      "Accepts a device with a version of the profile that is not stored.",
      ConnectionForgeries::acceptedUnpublished),
  /** A question without a signature. */
  UNSIGNED_STATUS(
      "unsigned question",
      "Asks for the answer to a connection request by a request that nobody has signed.",
      ConnectionForgeries::unsignedStatus);

  /** Makes a forgery. */
  @FunctionalInterface
  private interface Maker {

    /**
     * The octets of the forged request; what must come before it was sent.
     *
     * @return empty if there is nobody whom it could be done to
     */
    Optional<Bytes> make(Rogue rogue, Victims victims);
  }

  private final String label;
  private final String effect;
  private final Maker maker;

  Forgery(String label, String effect, Maker maker) {
    this.label = label;
    this.effect = effect;
    this.maker = maker;
  }

  /** The name, as scenarios write it. */
  public String label() {
    return label;
  }

  /** The request, in a sentence for the reference. */
  public String effect() {
    return effect;
  }

  Optional<Bytes> make(Rogue rogue, Victims victims) {
    return maker.make(rogue, victims);
  }

  /**
   * The names of those that simulations draw. Later rows of the table are for scenarios only, so
   * that the plan of a seed stays what it was.
   */
  public static List<String> drawnLabels() {
    return labels().subList(0, UNSIGNED_ACCOUNT.ordinal());
  }

  /** The names of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Forgery::label).toList();
  }

  /** The forgery of this name. */
  public static Optional<Forgery> named(String label) {
    return Arrays.stream(values()).filter(forgery -> forgery.label.equals(label)).findFirst();
  }
}
