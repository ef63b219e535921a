package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of forgeries: requests that a portal must refuse. */
public enum Forgery {
  /**
   * Deletes somebody's account by a request whose header names the administrator's key, which has
   * not signed it.
   */
  ANOTHERS_NAME(
      "another's signature",
      "Deletes somebody's account by a request whose header names the administrator's key, which has not signed it.",
      AccountForgeries::anothersName),
  /**
   * Deletes somebody's account by a request that the administrator of another account has signed.
   */
  ANOTHERS_ACCOUNT(
      "another's account",
      "Deletes somebody's account by a request that the administrator of another account has signed.",
      AccountForgeries::anothersAccount),
  /** Asks for the connection requests of an account by a request that nobody has signed. */
  UNSIGNED(
      "no signature",
      "Asks for the connection requests of an account by a request that nobody has signed.",
      AccountForgeries::unsigned),
  /** Creates an account that somebody has. */
  TAKEN_ACCOUNT(
      "taken account", "Creates an account that somebody has.", AccountForgeries::takenAccount),
  /** Creates an account that somebody else had. */
  DELETED_ACCOUNT(
      "deleted account",
      "Creates an account that somebody else had.",
      AccountForgeries::deletedAccount),
  /** Creates an account with a profile under the identifier of something else. */
  OTHER_IDENTIFIER(
      "other identifier",
      "Creates an account with a profile under the identifier of something else.",
      AccountForgeries::otherIdentifier),
  /** Sends a request that was signed three days ago. */
  LATE("late request", "Sends a request that was signed three days ago.", AccountForgeries::late),
  /** Sends a request that was signed for another process of the portal. */
  OTHER_CHALLENGE(
      "other challenge",
      "Sends a request that was signed for another process of the portal.",
      AccountForgeries::otherChallenge),
  /** Sends a request that was signed for another portal. */
  OTHER_PORTAL(
      "other portal",
      "Sends a request that was signed for another portal.",
      AccountForgeries::otherPortal),
  /** Sends a signed request that the portal has answered, again. */
  TWICE(
      "used request",
      "Sends a signed request that the portal has answered, again.",
      AccountForgeries::twice),
  /** Publishes a profile that lists somebody's application as its own. */
  ANOTHERS_APPLICATION(
      "another's application",
      "Publishes a profile that lists somebody's application as its own.",
      ProfileForgeries::anothersApplication),
  /** Publishes a version of a profile that does not name the one it replaces. */
  REPLACES_NOTHING(
      "replaces nothing",
      "Publishes a version of a profile that does not name the one it replaces.",
      ProfileForgeries::replacesNothing),
  /** Publishes a version of a profile that is earlier than the stored one. */
  EARLIER_VERSION(
      "earlier version",
      "Publishes a version of a profile that is earlier than the stored one.",
      ProfileForgeries::earlier),
  /** Publishes a version of a profile that was changed after it was signed. */
  ALTERED_VERSION(
      "altered version",
      "Publishes a version of a profile that was changed after it was signed.",
      ProfileForgeries::altered),
  /**
   * Publishes a version of a profile that only an administrator has signed whom this version makes
   * one.
   */
  NEW_ADMINISTRATOR(
      "new administrator",
      "Publishes a version of a profile that only an administrator has signed whom this version makes one.",
      ProfileForgeries::newAdministrator),
  /**
   * Publishes an application that was encrypted for the devices of an earlier version of its
   * profile.
   */
  OTHER_READERS(
      "other readers",
      "Publishes an application that was encrypted for the devices of an earlier version of its profile.",
      ProfileForgeries::otherReaders),
  /** Publishes an application that a device has signed which its profile does not have. */
  OTHER_DEVICE(
      "other device",
      "Publishes an application that a device has signed which its profile does not have.",
      ProfileForgeries::otherDevice),
  /** Publishes an escrow entry that was voided. */
  VOIDED_ESCROW(
      "voided escrow", "Publishes an escrow entry that was voided.", EscrowForgeries::voided),
  /** Publishes an escrow entry under the identifier of another one. */
  ESCROW_IN_PLACE(
      "escrow in place",
      "Publishes an escrow entry under the identifier of another one.",
      EscrowForgeries::inPlace),
  /** Publishes an escrow entry under the identifier of somebody's application. */
  SQUATTED(
      "squatted identifier",
      "Publishes an escrow entry under the identifier of somebody's application.",
      EscrowForgeries::squatted),
  /** Sends a connection request again that was rejected. */
  ANSWERED_REQUEST(
      "answered request",
      "Sends a connection request again that was rejected.",
      ConnectionForgeries::answeredRequest),
  /** Sends a connection request after a later one of the same device. */
  SUPERSEDED_REQUEST(
      "superseded request",
      "Sends a connection request after a later one of the same device.",
      ConnectionForgeries::supersededRequest),
  /** Sends a connection request that another has signed than the device in it. */
  ANOTHERS_REQUEST(
      "another's request",
      "Sends a connection request that another has signed than the device in it.",
      ConnectionForgeries::anothersRequest),
  /** Answers a connection request that a later one has replaced. */
  SUPERSEDED_ANSWER(
      "superseded answer",
      "Answers a connection request that a later one has replaced.",
      ConnectionForgeries::supersededAnswer),
  /** Accepts a device that the stored profile does not have. */
  ACCEPTED_OUTSIDE(
      "accepted outside",
      "Accepts a device that the stored profile does not have.",
      ConnectionForgeries::acceptedOutside),
  /** Answers a connection request with the signature of the device that asks. */
  DEVICE_ANSWERS(
      "device answers",
      "Answers a connection request with the signature of the device that asks.",
      ConnectionForgeries::deviceAnswers),
  /** Asks for the answer to a connection request, signed by another key than the device's. */
  ANOTHERS_STATUS(
      "another's answer",
      "Asks for the answer to a connection request, signed by another key than the device's.",
      ConnectionForgeries::anothersStatus),
  /** Creates an account by a request that nobody has signed. */
  UNSIGNED_ACCOUNT(
      "unsigned account",
      "Creates an account by a request that nobody has signed.",
      AccountForgeries::unsignedAccount),
  /** Sends a request that is signed for three days hence. */
  EARLY(
      "early request",
      "Sends a request that is signed for three days hence.",
      AccountForgeries::early),
  /** Sends a request about an account that was signed for another account. */
  OTHER_ACCOUNT(
      "other account",
      "Sends a request about an account that was signed for another account.",
      AccountForgeries::otherAccount),
  /** Publishes an application that no profile lists. */
  UNLISTED_APPLICATION(
      "unlisted application",
      "Publishes an application that no profile lists.",
      ProfileForgeries::unlisted),
  /** Publishes an escrow entry by a request that nobody has signed. */
  UNSIGNED_ESCROW(
      "unsigned escrow",
      "Publishes an escrow entry by a request that nobody has signed.",
      EscrowForgeries::unsigned),
  /** Sends a connection request for another profile than that of the account. */
  OTHER_PROFILE(
      "other profile",
      "Sends a connection request for another profile than that of the account.",
      ConnectionForgeries::otherProfile),
  /** Sends a connection request that was signed 30 days ago. */
  OLD_REQUEST(
      "old connection request",
      "Sends a connection request that was signed 30 days ago.",
      ConnectionForgeries::oldRequest),
  /** Accepts a device with a version of the profile that is not stored. */
  ACCEPTED_UNPUBLISHED(
      "accepted unpublished",
      "Accepts a device with a version of the profile that is not stored.",
      ConnectionForgeries::acceptedUnpublished);

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
