package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;

/** Two checkpoints of one log that evidence compares. */
final class Histories {

  private Histories() {}

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
