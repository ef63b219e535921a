package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.HashReader;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reader's view of one log: the last checkpoint that it has accepted. A later one is accepted
 * only if its log continues that one. Immutable.
 *
 * @param key the key of the log
 * @param note the last accepted checkpoint; null at first contact, where any is accepted
 */
public record LogView(NoteKey key, @Nullable Note note) {

  /** A view at first contact. */
  public static LogView first(NoteKey key) {
    return new LogView(key, null);
  }

  /**
   * Accepts a checkpoint.
   *
   * @param hashes gives the published hashes of the tree of a size
   * @throws TransparencyException {@code transparency.rolled-back} if it has fewer records than the
   *     last one, {@code transparency.forked} with evidence if it is of another history, {@code
   *     transparency.bad-proof} if the hashes are not those of the checkpoint, and as {@link
   *     Checkpoint#open}
   */
  public LogView advance(Note shown, LongFunction<HashReader> hashes) {
    Checkpoint next = Checkpoint.open(shown, key);
    Note known = note;
    if (known != null) {
      requireContinued(known, Checkpoint.open(known, key), shown, next, hashes);
    }
    return new LogView(key, shown);
  }

  private void requireContinued(
      Note known, Checkpoint before, Note shown, Checkpoint next, LongFunction<HashReader> hashes) {
    long size = before.tree().size();
    if (next.tree().size() < size) {
      throw TransparencyException.rolledBack(key.name(), size, next.tree().size());
    }
    if (next.tree().size() == size || size == 0) {
      if (next.tree().size() == size && !before.equals(next)) {
        throw forked(known, shown, List.of());
      }
      return;
    }
    TreeProofs proofs = new TreeProofs(hashes.apply(next.tree().size()));
    List<Bytes> path = new ArrayList<>(proofs.consistency(size, next.tree().size()));
    if (Long.bitCount(size) == 1) {
      path.add(0, proofs.root(size));
    }
    ProofCheck.Roots roots = new ProofCheck().rootsOfExplicit(size, path, next.tree().size());
    if (!roots.newer().equals(next.tree().root())) {
      throw TransparencyException.badProof(
          "the published hashes do not lead to the checkpoint of " + next.tree().size());
    }
    if (!roots.older().equals(before.tree().root())) {
      throw forked(known, shown, path);
    }
  }

  private TransparencyException forked(Note known, Note shown, List<Bytes> path) {
    Evidence evidence =
        new Evidence(key.text(), known.octets().utf8(), shown.octets().utf8(), path);
    return TransparencyException.forked(evidence.judge(), evidence.text());
  }
}
