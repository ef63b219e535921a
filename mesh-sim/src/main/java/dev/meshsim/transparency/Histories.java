package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The comparison that evidence makes of checkpoints of one log, by keys that may differ. */
final class Histories {

  private Histories() {}

  /**
   * The keys of one log that evidence names.
   *
   * @param key the one that it is about
   * @param all that key, or all that the chain has
   * @param chain the statements from the older key to the newer one; none if all is signed by one
   */
  record Keys(NoteKey key, List<NoteKey> all, KeyChain chain) {

    /**
     * Reads them.
     *
     * @param statements the texts of a chain, newest first; null for none
     * @throws TransparencyException {@code transparency.no-evidence} if the chain does not have the
     *     key
     * @throws MeshException as {@link KeyChain#read} and {@link NoteKey#parse}
     */
    static Keys read(String key, @Nullable List<Bytes> statements) {
      NoteKey log = NoteKey.parse(key);
      if (statements == null) {
        return new Keys(log, List.of(log), KeyChain.NONE);
      }
      KeyChain chain = KeyChain.read(statements);
      if (!chain.logKeys().contains(log)) {
        throw TransparencyException.noEvidence("its statements do not name its key");
      }
      return new Keys(log, chain.logKeys(), chain);
    }

    Checkpoint open(String note) {
      return Checkpoint.open(Note.parse(Bytes.utf8(note)), key.name(), all);
    }

    HeadProof.Proved check(HeadProof head) {
      return head.check(key.name(), all);
    }

    LogProof.Proved check(LogProof proof, Bytes mapKey) {
      return proof.check(key.name(), all, mapKey);
    }
  }

  /**
   * The statements that evidence needs for the signatures of two notes.
   *
   * @param chain the known statements
   * @param key the key that has signed the other note
   * @return their texts, newest first; null if that key has signed this note too, or none that the
   *     chain has
   */
  static @Nullable List<Bytes> statements(Supplier<KeyChain> chain, NoteKey key, Note note) {
    if (note.signatureOf(key).isPresent()) {
      return null;
    }
    KeyChain known = chain.get();
    return known.signerOf(note).flatMap(other -> texts(known.between(key, other))).orElse(null);
  }

  /** As above, if the other is a receipt, which the keys of a statement have signed. */
  static @Nullable List<Bytes> statements(
      Supplier<KeyChain> chain, NoteKey key, KeyStatement signers) {
    return signers.log().equals(Optional.of(key))
        ? null
        : texts(chain.get().between(key, signers)).orElse(null);
  }

  /** The texts of a chain; empty if it has none. */
  private static Optional<List<Bytes>> texts(KeyChain chain) {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.texts());
  }

  /**
   * The difference by which no one log has both checkpoints.
   *
   * @param path the proof of consistency from the older size in the newer tree, its first hash
   *     always explicit; empty if the sizes are equal
   * @return the end of a sentence: "two histories of 5 records", for example
   * @throws TransparencyException {@code transparency.no-evidence} if one log can have both
   */
  static String difference(Checkpoint older, Checkpoint newer, List<Bytes> path) {
    TreeHead first = older.tree();
    TreeHead second = newer.tree();
    if (first.size() == second.size() && !first.root().equals(second.root())) {
      return "two histories of " + first.size() + " records";
    }
    if (first.size() == 0 && !first.root().equals(TreeHasher.EMPTY_ROOT)) {
      return "a root of no records that is not the empty one";
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
    return "two histories: its first "
        + first.size()
        + " records are others in its checkpoint of "
        + second.size();
  }
}
