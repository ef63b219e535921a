package dev.meshsim.sim.hostile;

import dev.meshsim.protocol.Transaction;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

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
  /** A rollback of one application. */
  OLD_APPLICATION(
      "old application",
      "Gives the version of an application before the latest.",
      Notice.CLIENT,
      seen -> ProfileLies::oldApplication,
      Transaction.GET);

  private final String label;
  private final String effect;
  private final Notice notice;

  @SuppressWarnings("ImmutableEnumChecker") // A method: no state.
  private final Lie.Start start;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
  private final Set<Transaction> transactions;

  HostileBehaviour(
      String label, String effect, Notice notice, Lie.Start start, Transaction... transactions) {
    this.label = label;
    this.effect = effect;
    this.notice = notice;
    this.start = start;
    this.transactions = Set.of(transactions);
  }

  /** The name, as scenarios write it. */
  public String label() {
    return label;
  }

  /** What the portal does, in sentences for the reference. */
  public String effect() {
    return effect;
  }

  /** How it is noticed. */
  public Notice notice() {
    return notice;
  }

  /** The transactions whose answers it changes. */
  public Set<Transaction> transactions() {
    return transactions;
  }

  /** Makes the lie, from what the portal has seen. */
  Lie begin(Seen seen) {
    return start.begin(seen);
  }

  /** The behaviour of this name. */
  public static Optional<HostileBehaviour> named(String label) {
    return Arrays.stream(values()).filter(row -> row.label.equals(label)).findFirst();
  }
}
