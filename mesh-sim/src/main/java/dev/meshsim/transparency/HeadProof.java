package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed checkpoint and the proof that a head of the map is its last record.
 *
 * @param checkpoint the signed note
 * @param mapHead the record whose number is the size of the checkpoint
 * @param path the proof of its inclusion, the sibling of the leaf first
 */
public record HeadProof(
    @JsonProperty("Checkpoint") String checkpoint,
    @JsonProperty("MapHead") DataItem mapHead,
    @JsonProperty("Path") List<Bytes> path) {

  /** Checks that nothing is missing, and copies the list. */
  public HeadProof {
    Objects.requireNonNull(checkpoint, "Checkpoint");
    Objects.requireNonNull(mapHead, "MapHead");
    path = path == null ? List.of() : List.copyOf(path);
  }

  /** The signed note of the checkpoint; nothing of it is verified. */
  public Note note() {
    return Note.parse(Bytes.utf8(checkpoint));
  }

  /**
   * The facts that the proof shows.
   *
   * @param note the signed note
   * @param checkpoint size and root of the log
   * @param mapHead the head of the map over the records before it
   * @param made when the portal made the checkpoint, by its own clock
   */
  public record Proved(Note note, Checkpoint checkpoint, MapHead mapHead, Instant made) {

    /** The number of records of the checkpoint. */
    public long size() {
      return checkpoint.tree().size();
    }

    /** The number of records that the map covers. */
    public long covered() {
      return mapHead.size();
    }
  }

  /**
   * Checks the proof, and that the checkpoint continues an earlier one.
   *
   * @param domain the portal, for messages
   * @param keys the keys of its log
   * @param earlier the checkpoint that the reader has accepted; null if there is none
   * @param path from the earlier one, with its first hash explicit; empty if the sizes are equal
   * @throws TransparencyException {@code transparency.rolled-back} and {@code forked}, with
   *     evidence if known keys have signed both checkpoints; as {@link #check}
   */
  public Proved checkAfter(
      String domain, LogKeys.OfPortal keys, @Nullable HeadProof earlier, List<Bytes> path) {
    NoteKey log = keys.keyOf(note());
    Proved proved = check(log);
    if (earlier != null) {
      new CheckpointCheck(domain, log, keys::chain, this, proved).requireContinues(earlier, path);
    }
    return proved;
  }

  /**
   * Checks the proof.
   *
   * @param log the key of the log
   * @throws TransparencyException {@code transparency.bad-proof} if the record is not the last one
   *     of the checkpoint, and as {@link Checkpoint#open}
   */
  public Proved check(NoteKey log) {
    return check(log.name(), List.of(log));
  }

  /** As {@link #check(NoteKey)}, signed by any of several keys of the log. */
  Proved check(String origin, List<NoteKey> keys) {
    Note note = note();
    return check(note, Checkpoint.open(note, origin, keys));
  }

  /**
   * As {@link #check(NoteKey)}, for a note that was opened.
   *
   * @param note that of {@link #note}
   * @param opened its checkpoint
   */
  Proved check(Note note, Checkpoint opened) {
    long size = opened.tree().size();
    if (mapHead.number() != size || !MapHead.is(LogName.PORTAL, mapHead.primaryKey())) {
      throw TransparencyException.badProof(
          mapHead.transactionId() + " is no head of the map that ends a checkpoint of " + size);
    }
    Bytes leaf = LogProof.leaf(LogName.PORTAL, mapHead);
    new ProofCheck().inclusion(size - 1, leaf, path, opened.tree());
    return new Proved(note, opened, MapHead.read(mapHead), mapHead.added());
  }
}
