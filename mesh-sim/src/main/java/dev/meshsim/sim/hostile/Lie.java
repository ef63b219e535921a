package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import java.util.Optional;

/** The answers of a hostile portal in place of those of the honest one. */
interface Lie {

  /**
   * Answers a request.
   *
   * @return the octets of the response; empty if this lie leaves the honest answer as it is
   */
  Optional<Bytes> tell(Asked asked);

  /**
   * The portal that others than its clients see while the lie lasts.
   *
   * @return empty if this lie leaves them the honest one
   */
  default Optional<CopiedPortal> shownTo(Audience audience) {
    return Optional.empty();
  }

  /**
   * Makes the lie when a behaviour begins, from what the portal has seen by then, and from copies
   * of the portal.
   */
  interface Start {
    Lie begin(Seen seen, Copies copies);
  }
}
