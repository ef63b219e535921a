package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;

/**
 * The evidence that a log was forked: two checkpoints signed by its key that no one log can have.
 *
 * @param key the key of the log, as C2SP signed-note writes it
 * @param older the note of the checkpoint with fewer records, or one of two of the same size
 * @param newer the note of the other
 * @param path the proof of consistency from the size of {@code older} in the tree of {@code newer},
 *     its first hash always explicit; empty if the sizes are equal
 */
public record ForkEvidence(
    @JsonProperty("Key") String key,
    @JsonProperty("Older") String older,
    @JsonProperty("Newer") String newer,
    @JsonProperty("Path") List<Bytes> path)
    implements Evidence {

  /** Copies the list. */
  public ForkEvidence {
    path = path == null ? List.of() : List.copyOf(path);
  }

  @Override
  public String judge() {
    TreeHead first;
    TreeHead second;
    NoteKey log;
    try {
      log = NoteKey.parse(key);
      first = Checkpoint.open(Note.parse(Bytes.utf8(older)), log).tree();
      second = Checkpoint.open(Note.parse(Bytes.utf8(newer)), log).tree();
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    String origin = log.name();
    if (first.size() == second.size() && !first.root().equals(second.root())) {
      return "the log " + origin + " has signed two histories of " + first.size() + " records";
    }
    if (first.size() == 0 && !first.root().equals(TreeHasher.EMPTY_ROOT)) {
      return "the log " + origin + " has signed a root of no records that is not the empty one";
    }
    if (first.size() == 0 || first.size() >= second.size()) {
      throw TransparencyException.noEvidence("one log can have both checkpoints");
    }
    ProofCheck.Roots roots;
    try {
      roots = new ProofCheck().rootsOfExplicit(first.size(), path, second.size());
    } catch (TransparencyException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    if (!roots.newer().equals(second.root())) {
      throw TransparencyException.noEvidence("its path does not lead to the newer checkpoint");
    }
    if (roots.older().equals(first.root())) {
      throw TransparencyException.noEvidence("one log can have both checkpoints");
    }
    return "the log "
        + origin
        + " has signed two histories: its first "
        + first.size()
        + " records are others in its checkpoint of "
        + second.size();
  }
}
