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

  /** Makes the lie when a behaviour begins, from what the portal has seen by then. */
  interface Start {
    Lie begin(Seen seen);
  }
}
