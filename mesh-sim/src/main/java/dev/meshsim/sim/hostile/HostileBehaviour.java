package dev.meshsim.sim.hostile;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.Transaction;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The table of a portal's lies: each row has a name, an effect, and how it is noticed. */
public enum HostileBehaviour {
  /** A rollback of one answer. */
  OLD_PROFILE(
      "old profile",
      "Gives the version of a personal profile before the latest.",
      Notice.CLIENT,
      seen -> ProfileLies::old,
      Transaction.GET),
  /** Another person in the place of the owner. */
  ANOTHERS_PROFILE(
      "another's profile",
      "Gives a personal profile of its own in place of the account's.",
      Notice.CLIENT,
      seen -> ProfileLies::anothers,
      Transaction.GET),
  /** Another person under the owner's identifier. */
  MISLABELLED_PROFILE(
      "mislabelled profile",
      "Gives a personal profile of its own under the identifier of the account's.",
      Notice.CLIENT,
      seen -> ProfileLies::mislabelled,
      Transaction.GET),
  /** A change under the old signature. */
  ALTERED_PROFILE(
      "altered profile",
      "Puts a device of its own into the personal profile and leaves the signatures as"
          + " they are.",
      Notice.CLIENT,
      seen -> ProfileLies::altered,
      Transaction.GET),
  /** A change under a signature of the portal. */
  SELF_SIGNED_PROFILE(
      "self-signed profile",
      "Puts a device of its own into the personal profile and signs it with a key of" + " its own.",
      Notice.CLIENT,
      seen -> ProfileLies::selfSigned,
      Transaction.GET),
  /** A profile that is meant to cost work. */
  BLOATED_PROFILE(
      "bloated profile",
      "Gives the personal profile with more signatures than are allowed.",
      Notice.CLIENT,
      seen -> ProfileLies::bloated,
      Transaction.GET),
  /** An account that is not there for some. */
  ACCOUNT_DENIED(
      "account denied",
      "Says that there is no such account.",
      Notice.LOG,
      seen -> ProfileLies::accountDenied,
      Transaction.GET),
  /** A view that grows old. */
  HISTORY_STOPPED(
      "history stopped",
      "Gives profiles, applications and escrow entries as they were when the lie began."
          + " What clients publish is kept, and is not shown.",
      Notice.LOG,
      Branch::stopped,
      Transaction.GET),
  /** Two histories. */
  FORK(
      "fork",
      "Shows the victim a history of its own, which has what the victim publishes and"
          + " nothing that others do; the others do not see what the victim publishes.",
      Notice.LATER,
      Branch::fork,
      Transaction.GET,
      Transaction.PUBLISH,
      Transaction.CONNECT_COMPLETE,
      Transaction.CONNECT_STATUS),
  /** A rollback of one application. */
  OLD_APPLICATION(
      "old application",
      "Gives the version of an application before the latest.",
      Notice.CLIENT,
      seen -> ProfileLies::oldApplication,
      Transaction.GET),
  /** An application that is not there for some. */
  APPLICATION_WITHHELD(
      "application withheld",
      "Says that there is no such application.",
      Notice.CLIENT,
      seen -> ProfileLies::applicationWithheld,
      Transaction.GET),
  /** A device in the place of another. */
  REQUEST_SWAPPED(
      "request swapped",
      "Lists a connection request of its own device in place of the one that was made.",
      Notice.PERSON,
      seen -> ConnectionLies::swapped,
      Transaction.CONNECT_PENDING),
  /** A device that is not listed. */
  REQUEST_HIDDEN(
      "request hidden",
      "Lists no connection request.",
      Notice.PERSON,
      seen -> ConnectionLies::hidden,
      Transaction.CONNECT_PENDING),
  /** A device that nobody has. */
  REQUEST_INVENTED(
      "request invented",
      "Lists a connection request of its own device besides those that were made.",
      Notice.PERSON,
      seen -> ConnectionLies::invented,
      Transaction.CONNECT_PENDING),
  /** A request that was replaced. */
  OLD_REQUEST(
      "old request",
      "Lists the first connection request of a device in place of its latest.",
      Notice.PERSON,
      seen -> ConnectionLies::oldRequest,
      Transaction.CONNECT_PENDING),
  /** A list that is meant to cost work. */
  ENDLESS_LIST(
      "endless list",
      "Says after every page of connection requests that there is another page.",
      Notice.CLIENT,
      seen -> ConnectionLies::endless,
      Transaction.CONNECT_PENDING),
  /** An answer that does not arrive. */
  RESULT_WITHHELD(
      "result withheld",
      "Says that a connection request has not been answered yet.",
      Notice.PERSON,
      seen -> ConnectionLies::resultWithheld,
      Transaction.CONNECT_STATUS),
  /** An answer to an earlier request. */
  OLD_RESULT(
      "old result",
      "Gives the answer to an earlier connection request of the device.",
      Notice.CLIENT,
      seen -> ConnectionLies::oldResult,
      Transaction.CONNECT_STATUS),
  /** An acceptance by nobody. */
  ACCEPTED_UNSIGNED(
      "accepted without a signature",
      "Says that a connection request was accepted, with a signature of its own in"
          + " place of an administrator's.",
      Notice.CLIENT,
      seen -> ConnectionLies::acceptedUnsigned,
      Transaction.CONNECT_STATUS),
  /** A device in the portal's own profile. */
  DEVICE_TAKEN_OVER(
      "device taken over",
      "Gives a profile of its own in place of the account's, keeps the connection"
          + " request, and accepts the device into its own profile.",
      Notice.PERSON,
      seen -> new TakeOver(),
      Transaction.GET,
      Transaction.CONNECT_START,
      Transaction.CONNECT_STATUS),
  /** Other keys under the name of an entry. */
  ESCROW_SUBSTITUTED(
      "escrow entry substituted",
      "Gives an escrow entry of its own under the identifier that was asked for.",
      Notice.CLIENT,
      seen -> EscrowLies::substituted,
      Transaction.GET),
  /** The keys of somebody else. */
  ANOTHERS_ESCROW(
      "another's escrow entry",
      "Gives another escrow entry than the one that was asked for.",
      Notice.CLIENT,
      seen -> EscrowLies::anothers,
      Transaction.GET),
  /** Keys that cannot be recovered. */
  ESCROW_WITHHELD(
      "escrow entry withheld",
      "Says that there is no such escrow entry.",
      Notice.LOG,
      seen -> EscrowLies::withheld,
      Transaction.GET),
  /** Old shares that still work. */
  ESCROW_REVIVED(
      "escrow entry revived",
      "Gives an escrow entry that was voided.",
      Notice.NOBODY,
      seen -> EscrowLies::revived,
      Transaction.GET),
  /** A success that is none. */
  WRITE_DROPPED(
      "write dropped",
      "Acknowledges what a client publishes and forgets it.",
      Notice.LATER,
      seen -> WriteLies::dropped,
      Transaction.PUBLISH),
  /** A log of its own for a victim, with its own keys. */
  LOG_BRANCH(
      "branch of the log",
      "Makes a branch of its log with its own keys, and shows it to the victim with all proofs:"
          + " what the victim publishes and nothing that others do.",
      Notice.LATER,
      (seen, copies) -> OwnBranch.of(copies),
      Transaction.values()),
  /** A branch that the witnesses see in place of the log. */
  LOG_BRANCH_TO_WITNESSES(
      "branch to witnesses",
      "Makes such a branch, and shows it to the witnesses too as soon as it is longer than the"
          + " log.",
      Notice.WATCHER,
      (seen, copies) -> OwnBranch.to(Audience.WITNESSES, copies),
      Transaction.values()),
  /** A branch that other portals see in place of the log. */
  LOG_BRANCH_TO_PEERS(
      "branch to peers",
      "Makes such a branch, and shows it to the other portals too.",
      Notice.WATCHER,
      (seen, copies) -> OwnBranch.to(Audience.PEERS, copies),
      Transaction.values()),
  /** A log of its own for a victim, without the log's key. */
  FORGED_BRANCH(
      "forged branch",
      "Makes a branch of its log without the key of the log: another key signs the checkpoints,"
          + " under the name and the identifier of the log's key.",
      Notice.CLIENT,
      (seen, copies) -> new ForgedBranch(copies),
      Transaction.values()),
  /** The branch and the log in one, which no two checkpoints allow. */
  MIXED_BRANCH(
      "mixed branch",
      "Makes a branch of its log, and copies into it what others publish.",
      Notice.CLIENT,
      (seen, copies) -> OwnBranch.mixed(copies),
      Transaction.values()),
  /** An older record, with the proof that it is older. */
  OLD_RECORD(
      "old record",
      "Makes a branch of its log with what others publish in it, and gives the record before the"
          + " latest, with the proof of the latest.",
      Notice.CLIENT,
      (seen, copies) -> OwnBranch.showing(Shown.BEFORE_LATEST, copies),
      Transaction.values()),
  /** An older record under the number of the latest, with the receipt of the latest. */
  OLD_RECORD_PROMISED(
      "old record promised",
      "Makes a branch of its log with what others publish in it and without checkpoints, and gives"
          + " the version before the latest under the number of the latest, with the receipt of the"
          + " latest.",
      Notice.CLIENT,
      (seen, copies) -> OwnBranch.showing(Shown.UNDER_LATEST_NUMBER, copies),
      Transaction.values()),
  /** An older record, with a proof that was signed for it. */
  OLD_MAP(
      "old map",
      "Makes a branch of its log whose map does not follow it: it goes on naming the records that"
          + " it had, and the portal gives those.",
      Notice.CLIENT,
      (seen, copies) -> OwnBranch.showing(Shown.FIRST, copies),
      Transaction.values()),
  /** A denial, with the proof that it is none. */
  RECORD_DENIED(
      "record denied",
      "Makes a branch of its log, and says that there is no such account or entry, with the proof"
          + " of what the branch has.",
      Notice.CLIENT,
      (seen, copies) -> OwnBranch.showing(Shown.NOTHING, copies),
      Transaction.values()),
  /** A promise that is not kept. */
  RECORD_FORGOTTEN(
      "record forgotten",
      "Stores what a client publishes in a branch of its log, with a receipt, and goes on without"
          + " that branch.",
      Notice.LATER,
      (seen, copies) -> new ForgottenRecord(copies),
      Transaction.HELLO,
      Transaction.PUBLISH),
  /** A deletion that is none. */
  DELETION_DROPPED(
      "deletion dropped",
      "Acknowledges the deletion of an account and keeps it.",
      Notice.LOG,
      seen -> WriteLies::deletionDropped,
      Transaction.DELETE_ACCOUNT),
  /** A conflict that is none. */
  CHANGE_REFUSED(
      "change refused",
      "Refuses what a client publishes as made from an older version.",
      Notice.CLIENT,
      seen -> WriteLies::refusedAsOutdated,
      Transaction.PUBLISH),
  /** Signed requests without a challenge. */
  NO_CHALLENGE(
      "no challenge",
      "Gives no challenge for signed requests.",
      Notice.CLIENT,
      seen -> WriteLies::noChallenge,
      Transaction.HELLO),
  /** A challenge that is never good enough. */
  CHALLENGE_REFUSED(
      "challenge refused",
      "Refuses every signed request for its challenge, which the portal has given itself.",
      Notice.CLIENT,
      seen -> WriteLies::challengeRefused,
      Transaction.values()),
  /** A refusal without a reason. */
  UNKNOWN_REFUSAL(
      "unknown refusal",
      "Refuses every request with a status that the protocol does not have.",
      Notice.CLIENT,
      seen -> WriteLies::unknownRefusal,
      Transaction.values()),
  /** Octets that mean nothing. */
  NONSENSE(
      "nonsense",
      "Answers every request with octets that are no message.",
      Notice.CLIENT,
      seen -> WriteLies::nonsense,
      Transaction.values());

  private final String label;
  private final String effect;
  private final Notice notice;

  @SuppressWarnings("ImmutableEnumChecker") // A method: no state.
  private final Lie.Start start;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
  private final Set<Transaction> transactions;

  HostileBehaviour(
      String label,
      String effect,
      Notice notice,
      Function<Seen, Lie> start,
      Transaction... transactions) {
    this(label, effect, notice, (seen, copies) -> start.apply(seen), transactions);
  }

  HostileBehaviour(
      String label, String effect, Notice notice, Lie.Start start, Transaction... transactions) {
    this.label = label;
    this.effect = effect;
    this.notice = notice;
    this.start = start;
    this.transactions = Collections.unmodifiableSet(EnumSet.copyOf(List.of(transactions)));
  }

  /** The name, as scenarios write it. */
  public String label() {
    return label;
  }

  /** The behaviour of the portal, in sentences for the reference. */
  public String effect() {
    return effect;
  }

  /**
   * How it is noticed. In dialect {@code portal-2017} a version does not say which one it replaces,
   * and a result does not say which request it answers.
   */
  public Notice notice(Dialect dialect) {
    boolean named = this == FORK || this == OLD_RESULT;
    return named && dialect == Dialect.PORTAL_2017 ? Notice.LOG : notice;
  }

  /** The transactions whose answers it changes. */
  public Set<Transaction> transactions() {
    return transactions;
  }

  /** Makes the lie, from what the portal has seen and has. */
  Lie begin(Seen seen, Copies copies) {
    return start.begin(seen, copies);
  }

  /** The behaviour of this name. */
  public static Optional<HostileBehaviour> named(String label) {
    return Arrays.stream(values()).filter(row -> row.label.equals(label)).findFirst();
  }
}
