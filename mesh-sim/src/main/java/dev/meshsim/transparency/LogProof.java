package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
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
    HeadProof.Proved proved = head.check(log);
    return new Proved(proved, map.check(key, proved.mapHead().root()));
  }
}
