package dev.meshsim.transparency;

import dev.meshsim.transparency.map.PrefixTree;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import java.time.Instant;

/**
 * A checkpoint with what its portal knows about it.
 *
 * @param checkpoint origin, size and root
 * @param note the signed checkpoint
 * @param time when it was made
 * @param mapHead its last leaf: the record whose number is the size
 * @param map the map that the record has the root of
 */
public record LogHead(
    Checkpoint checkpoint, Note note, Instant time, MapHead mapHead, PrefixTree map) {

  LogHead signed(Note other) {
    return new LogHead(checkpoint, other, time, mapHead, map);
  }

  /** The size of the log's tree at the checkpoint. */
  public long size() {
    return checkpoint.tree().size();
  }
}
