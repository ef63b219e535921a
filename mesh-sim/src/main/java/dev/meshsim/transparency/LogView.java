package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyChain;
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
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reader's view of one log: the last checkpoint that it has accepted. A later one is accepted
 * only if its log continues that one. A change of the log's key is followed by the statements that
 * the portal publishes. Immutable.
 *
 * @param key the key of the log, or an earlier one
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
   * @param chain gives the portal's published statements of its keys; asked only if another key
   *     than {@link #key} has signed a checkpoint
   * @return the view of it; its key is the one that has signed it
   * @throws TransparencyException {@code transparency.rolled-back} if it has fewer records than the
   *     last one, {@code transparency.forked} with evidence if it is of another history, {@code
   *     transparency.bad-proof} if the hashes are not those of the checkpoint, and as {@link
   *     Checkpoint#open} if neither the key nor one that follows it has signed it
   */
  public LogView advance(Note shown, LongFunction<HashReader> hashes, Supplier<KeyChain> chain) {
    Note known = note;
    boolean same =
        shown.signatureOf(key).isPresent() && (known == null || known.signatureOf(key).isPresent());
    KeyChain statements = same ? KeyChain.NONE : chain.get();
    NoteKey knownKey = known == null ? key : signer(known, key, statements);
    NoteKey least = statements.leads(key, knownKey) ? knownKey : key;
    NoteKey present = signer(shown, least, statements);
    if (!present.equals(least) && !statements.leads(least, present)) {
      throw TransparencyException.unsigned(least.text());
    }
    Checkpoint next = Checkpoint.open(shown, present);
    if (known != null) {
      Checkpoint before = Checkpoint.open(known, knownKey);
      requireContinued(
          before,
          next,
          hashes,
          path -> ForkEvidence.of(() -> statements, present, known, shown, path));
    }
    return new LogView(present, shown);
  }

  /** The key that has signed a note: the given one, or the newest of the statements that has. */
  private static NoteKey signer(Note note, NoteKey key, KeyChain statements) {
    return note.signatureOf(key).isPresent() ? key : statements.signerOf(note).orElse(key);
  }

  private void requireContinued(
      Checkpoint before,
      Checkpoint next,
      LongFunction<HashReader> hashes,
      Function<List<Bytes>, ForkEvidence> evidence) {
    if (next.tree().size() < before.tree().size()) {
      throw TransparencyException.rolledBack(key.name(), before.tree().size(), next.tree().size());
    }
    Optional<List<Bytes>> fork = fork(before, next, hashes);
    if (fork.isPresent()) {
      throw forked(evidence.apply(fork.get()));
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
