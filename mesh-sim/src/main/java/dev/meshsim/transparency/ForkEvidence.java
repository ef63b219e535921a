package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a log was forked: two checkpoints signed by its key, or by its keys before and
 * after a change, that no one log can have.
 *
 * @param key the key of the log, as C2SP signed-note writes it
 * @param older the note of the checkpoint with fewer records, or one of two of the same size
 * @param newer the note of the other
 * @param path the proof of consistency from the size of {@code older} in the tree of {@code newer},
 *     its first hash always explicit; empty if the sizes are equal
 * @param statements the portal's statements of its keys from the newer key to the older one, if two
 *     keys have signed the checkpoints; null if {@code key} has signed both
 */
public record ForkEvidence(
    @JsonProperty("Key") String key,
    @JsonProperty("Older") String older,
    @JsonProperty("Newer") String newer,
    @JsonProperty("Path") List<Bytes> path,
    @JsonProperty("Statements") @Nullable List<Bytes> statements)
    implements Evidence {

  /** The evidence of two checkpoints that one key has signed. */
  public ForkEvidence(String key, String older, String newer, List<Bytes> path) {
    this(key, older, newer, path, null);
  }

  /** Copies the lists. */
  public ForkEvidence {
    path = path == null ? List.of() : List.copyOf(path);
    statements = statements == null ? null : List.copyOf(statements);
  }

  /**
   * The evidence of two checkpoints.
   *
   * @param chain gives the known statements of the portal's keys; asked only if another key has
   *     signed the older checkpoint
   * @param key the key that has signed the newer one
   * @param path as {@link #path}
   */
  public static ForkEvidence of(
      Supplier<KeyChain> chain, NoteKey key, Note older, Note newer, List<Bytes> path) {
    return new ForkEvidence(
        key.text(),
        LogView.text(older),
        LogView.text(newer),
        path,
        Histories.statements(chain, key, older));
  }

  @Override
  public String judge() {
    Checkpoint first;
    Checkpoint second;
    try {
      Histories.Keys keys = Histories.Keys.read(key, statements);
      first = keys.open(older);
      second = keys.open(newer);
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    return "the log " + first.origin() + " has signed " + Histories.difference(first, second, path);
  }
}
