package dev.meshsim.transparency;

import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Cosignature;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The demand of a reader of logs that enough of the witnesses whom it trusts have cosigned a
 * checkpoint lately.
 *
 * @param policy the witnesses, and how many of them are enough; of the logs that it names, or of
 *     every log if it names none
 * @param age how long ago the cosignatures may have been made
 * @param world the reader's clock
 */
public record WitnessDemand(WitnessPolicy policy, Duration age, World world) {

  /** An hour. */
  public static final Duration USUAL_AGE = Duration.ofHours(1);

  /** Checks the age. */
  public WitnessDemand {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("an age of more than nothing");
    }
  }

  /** True if the demand is for the log of a portal. */
  public boolean isFor(String origin) {
    return policy.needsWitnesses()
        && (policy.logs().isEmpty()
            || policy.logs().stream().anyMatch(log -> log.name().equals(origin)));
  }

  /**
   * Checks that a checkpoint is cosigned by enough witnesses; by when, {@link #isFresh} says.
   *
   * @param log the key of the log
   * @throws TransparencyException {@code transparency.unwitnessed} if it is not, and as {@link
   *     Checkpoint#open}
   */
  public Checkpoint open(Note note, NoteKey log) {
    Checkpoint checkpoint = Checkpoint.open(note, log);
    List<NoteKey> signed = signers(note, Instant.MIN);
    if (!signed.isEmpty()) {
      note.verify(signed);
    }
    if (!policy.isMetBy(signed)) {
      throw TransparencyException.unwitnessed(
          log.name(),
          "its checkpoint has the cosignatures of "
              + signed.size()
              + " of "
              + policy.witnesses().size()
              + " known witnesses");
    }
    return checkpoint;
  }

  /** True if enough cosignatures of a note, which were verified, are not too old. */
  public boolean isFresh(Note note) {
    return policy.isMetBy(signers(note, world.now().minus(age)));
  }

  private List<NoteKey> signers(Note note, Instant since) {
    return policy.witnesses().stream()
        .map(WitnessPolicy.Party::key)
        .filter(
            key -> Cosignature.time(note, key).filter(time -> !time.isBefore(since)).isPresent())
        .toList();
  }
}
