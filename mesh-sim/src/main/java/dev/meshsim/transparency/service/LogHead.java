package dev.meshsim.transparency.service;

import dev.meshsim.log.DataItem;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.PrefixTree;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import java.time.Instant;

/**
 * A checkpoint with what its portal knows about it.
 *
 * @param checkpoint origin, size and root
 * @param note the signed checkpoint
 * @param record its last leaf: the record whose number is the size
 * @param mapHead what the record says
 * @param map the map that the record has the root of
 */
public record LogHead(
    Checkpoint checkpoint, Note note, DataItem record, MapHead mapHead, PrefixTree map) {

  LogHead signed(Note other) {
    return new LogHead(checkpoint, other, record, mapHead, map);
  }

  /** When it was made. */
  public Instant time() {
    return record.added();
  }

  /** The size of the log's tree at the checkpoint. */
  public long size() {
    return checkpoint.tree().size();
  }
}
