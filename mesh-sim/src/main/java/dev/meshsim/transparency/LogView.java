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
import java.util.Optional;
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
    if (next.tree().size() < before.tree().size()) {
      throw TransparencyException.rolledBack(key.name(), before.tree().size(), next.tree().size());
    }
    Optional<List<Bytes>> fork = fork(before, next, hashes);
    if (fork.isPresent()) {
      throw forked(new ForkEvidence(key.text(), text(known), text(shown), fork.get()));
    }
  }

  /**
   * Compares two checkpoints of one log.
   *
   * @param next has as many records as {@code before}, or more
   * @param hashes gives the published hashes of the tree of a size
   * @return empty if the second continues the first; else the path that shows that it does not
   * @throws TransparencyException {@code transparency.bad-proof} if the hashes are not those of
   *     {@code next}
   */
  static Optional<List<Bytes>> fork(
      Checkpoint before, Checkpoint next, LongFunction<HashReader> hashes) {
    long size = before.tree().size();
    List<Bytes> path = List.of();
    if (size > 0 && size < next.tree().size()) {
      TreeProofs proofs = new TreeProofs(hashes.apply(next.tree().size()));
      path = new ArrayList<>(proofs.consistency(size, next.tree().size()));
      if (Long.bitCount(size) == 1) {
        path.add(0, proofs.root(size));
      }
    }
    return isContinued(before, next, path) ? Optional.empty() : Optional.of(path);
  }

  /**
   * Compares two checkpoints of one log by the path between them.
   *
   * @param next has as many records as {@code before}, or more
   * @param path with its first hash explicit; empty if the sizes are equal or the first is 0
   * @return false if the path shows that the second does not continue the first
   * @throws TransparencyException {@code transparency.bad-proof} if the path does not lead to
   *     {@code next}
   */
  static boolean isContinued(Checkpoint before, Checkpoint next, List<Bytes> path) {
    long size = before.tree().size();
    if (next.tree().size() == size) {
      return before.equals(next);
    }
    if (size == 0) {
      return true;
    }
    ProofCheck.Roots roots = new ProofCheck().rootsOfExplicit(size, path, next.tree().size());
    if (!roots.newer().equals(next.tree().root())) {
      throw TransparencyException.badProof(
          "the hashes do not lead to the checkpoint of " + next.tree().size());
    }
    return roots.older().equals(before.tree().root());
  }

  static TransparencyException forked(ForkEvidence evidence) {
    return TransparencyException.proved(
        TransparencyException.Code.FORKED, evidence.judge(), evidence.text());
  }

  static String text(Note note) {
    return note.octets().utf8();
  }
}
