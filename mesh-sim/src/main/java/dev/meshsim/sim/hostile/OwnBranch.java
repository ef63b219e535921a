package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.sim.hostile.Copies.Checkpoints;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A branch of the portal's log, in which the victims of the lie live from its beginning on. */
final class OwnBranch implements Lie {

  private final CopiedPortal branch;
  private final Set<Audience> audiences;
  private final boolean mixed;
  private boolean reading;

  private OwnBranch(CopiedPortal branch, Set<Audience> audiences, boolean mixed) {
    this.branch = branch;
    this.audiences = audiences;
    this.mixed = mixed;
  }

  private OwnBranch(Copies copies, Shown shown) {
    this.branch =
        copies.open(
            shown == Shown.UNDER_LATEST_NUMBER ? Checkpoints.NONE : Checkpoints.UNWITNESSED,
            store -> new BranchView(store, shown, () -> reading));
    this.audiences = Set.of();
    // Those who know the latest record refuse an older one without its proof: others must go on.
    this.mixed = shown == Shown.BEFORE_LATEST || shown == Shown.UNDER_LATEST_NUMBER;
  }

  static Lie of(Copies copies) {
    return new OwnBranch(copies.open(Checkpoints.WITNESSED), Set.of(), false);
  }

  /** A branch that others than clients see, too. */
  static Lie to(Audience audience, Copies copies) {
    return new OwnBranch(
        copies.open(
            audience == Audience.WITNESSES ? Checkpoints.WITNESSED : Checkpoints.UNWITNESSED),
        EnumSet.of(audience),
        false);
  }

  /** A branch whose readers are shown other records than the latest. */
  static Lie showing(Shown shown, Copies copies) {
    return new OwnBranch(copies, shown);
  }

  /** A branch into which the portal copies what is published in its log. */
  static Lie mixed(Copies copies) {
    return new OwnBranch(copies.open(Checkpoints.WITNESSED), Set.of(), true);
  }

  @Override
  public Optional<Bytes> tell(Asked asked) {
    if (mixed) {
      branch.takeOver();
    }
    reading = asked.request() instanceof GetRequest;
    return Optional.of(branch.exchange(asked.octets()));
  }

  @Override
  public Optional<CopiedPortal> shownTo(Audience audience) {
    return audiences.contains(audience) ? Optional.of(branch) : Optional.empty();
  }
}
