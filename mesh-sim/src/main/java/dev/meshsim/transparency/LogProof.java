package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The proof of the latest record of a key, from a signed checkpoint down, or that there is none.
 *
 * @param head the checkpoint and its head of the map
 * @param map the proof in the map that the head has the root of
 */
public record LogProof(@JsonProperty("Head") HeadProof head, @JsonProperty("Map") MapProof map) {

  /** Checks that nothing is missing. */
  public LogProof {
    Objects.requireNonNull(head, "Head");
    Objects.requireNonNull(map, "Map");
  }

  /**
   * The hash of a record as a leaf of the log's tree.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if it cannot be a line of a log
   */
  public static Bytes leaf(LogName log, DataItem record) {
    try {
      return new TreeHasher().leaf(LineWriter.record(log, record));
    } catch (MeshException e) {
      throw TransparencyException.badProof(e.problem());
    }
  }

  /**
   * The facts that the proof shows.
   *
   * @param head the checkpoint
   * @param latest the latest of the records that the map covers; empty if the key has none
   */
  public record Proved(HeadProof.Proved head, Optional<MapLeaf> latest) {}

  /**
   * Checks the proof.
   *
   * @param log the key of the log
   * @param key the key of the map, see {@link dev.meshsim.transparency.map.MapKey}
   * @throws TransparencyException as {@link HeadProof#check} and {@link MapProof#check}
   */
  public Proved check(NoteKey log, Bytes key) {
    return check(log.name(), List.of(log), key);
  }

  /** As {@link #check(NoteKey, Bytes)}, for a note that was opened. */
  Proved check(Note note, Checkpoint opened, Bytes key) {
    HeadProof.Proved proved = head.check(note, opened);
    return new Proved(proved, map.check(key, proved.mapHead().root()));
  }

  /** As {@link #check(NoteKey, Bytes)}, signed by any of several keys of the log. */
  Proved check(String origin, List<NoteKey> keys, Bytes key) {
    HeadProof.Proved proved = head.check(origin, keys);
    return new Proved(proved, map.check(key, proved.mapHead().root()));
  }
}
