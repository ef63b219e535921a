package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A branch of the portal's log, in which the victims of the lie live from its beginning on. */
final class OwnBranch implements Lie {

  private final CopiedPortal branch;
  private final Set<Audience> audiences;

  private OwnBranch(CopiedPortal branch, Set<Audience> audiences) {
    this.branch = branch;
    this.audiences = audiences;
  }

  static Lie of(Copies copies) {
    return new OwnBranch(copies.open(true), Set.of());
  }

  /** A branch that others than clients see, too. */
  static Lie to(Audience audience, Copies copies) {
    return new OwnBranch(copies.open(audience == Audience.WITNESSES), EnumSet.of(audience));
  }

  @Override
  public Optional<Bytes> tell(Asked asked) {
    return Optional.of(branch.exchange(asked.octets()));
  }

  @Override
  public Optional<CopiedPortal> shownTo(Audience audience) {
    return audiences.contains(audience) ? Optional.of(branch) : Optional.empty();
  }
}
