package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
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
    Checkpoint first;
    Checkpoint second;
    try {
      NoteKey log = NoteKey.parse(key);
      first = Checkpoint.open(Note.parse(Bytes.utf8(older)), log);
      second = Checkpoint.open(Note.parse(Bytes.utf8(newer)), log);
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    return "the log " + first.origin() + " has signed " + Histories.difference(first, second, path);
  }
}
