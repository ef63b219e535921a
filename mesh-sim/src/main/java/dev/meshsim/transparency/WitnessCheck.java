package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.Optional;

/**
 * The check that witnesses have seen the log which a reader is shown: a checkpoint of it that they
 * have cosigned lately, and that the shown one continues.
 *
 * @param domain the portal
 * @param demand whom the reader trusts
 */
record WitnessCheck(String domain, WitnessDemand demand) {

  /** The time of the last cosignature that is remembered; 1970 if none is. */
  Instant latest(LogMemory known) {
    return note(known).flatMap(demand.policy()::latest).orElse(Instant.EPOCH);
  }

  private static Optional<Note> note(LogMemory known) {
    String text = known.witnessed();
    return text == null ? Optional.empty() : Optional.of(Note.parse(Bytes.utf8(text)));
  }

  /**
   * The memory with the cosigned checkpoint of an answer, if it has a later one.
   *
   * @param check the check of the answer's own checkpoint
   */
  LogMemory accept(LogMemory known, CheckpointCheck check, LogAnswer answer) {
    LogMemory now = known;
    WitnessedHead shown = answer.witnessed();
    if (shown != null) {
      Note note = shown.note();
      Checkpoint cosigned = demand.open(note, check.key());
      check.requireBefore(note, cosigned, shown.path());
      if (demand.policy().latest(note).orElse(Instant.EPOCH).isAfter(latest(known))) {
        now = known.withWitnessed(note);
      }
    }
    Optional<Note> last = note(now);
    if (last.isEmpty()) {
      throw TransparencyException.unwitnessed(domain, "it shows no cosigned checkpoint");
    }
    if (!demand.isFresh(last.get())) {
      throw TransparencyException.unwitnessed(
          domain,
          "the last checkpoint that enough witnesses have cosigned is older than "
              + demand.age().toMinutes()
              + " minutes");
    }
    return now;
  }
}
