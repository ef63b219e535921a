package dev.meshsim.transparency.service;

import dev.meshsim.transparency.note.WitnessPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those who vouch for a portal's log: the witnesses that it asks for cosignatures, and the portals
 * that it exchanges checkpoints with.
 *
 * @param policy how many witnesses must have cosigned a checkpoint before it is published
 * @param witnesses the witnesses of the policy that are asked
 * @param refresh after how long a checkpoint that nothing has followed is cosigned again
 * @param peers the other portals
 * @param exchange how often their checkpoints are fetched
 * @param warnings receives a line about each witness or peer that fails
 */
public record LogPartners(
    WitnessPolicy policy,
    List<WitnessLink> witnesses,
    Duration refresh,
    List<PeerLink> peers,
    Duration exchange,
    Consumer<String> warnings) {

  /** A quarter of an hour. */
  public static final Duration USUAL_REFRESH = Duration.ofMinutes(15);

  /** An hour. */
  public static final Duration USUAL_EXCHANGE = Duration.ofHours(1);

  /** Copies the lists. */
  public LogPartners {
    witnesses = List.copyOf(witnesses);
    peers = List.copyOf(peers);
  }

  /** The number of witnesses and peers. */
  public int size() {
    return witnesses.size() + peers.size();
  }
}
