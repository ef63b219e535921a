package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogTree;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.ArrayList;
import java.util.List;

/** Makes the proofs of one checkpoint, for one thread. */
final class ProofMaker {

  private final LogHead head;
  private final TreeProofs proofs;

  ProofMaker(LogTree tree, LogHead head) {
    this.head = head;
    this.proofs = tree.proofs();
  }

  /**
   * Answers a query.
   *
   * @param key the key of the map
   * @param seen the size of the checkpoint that the entry's signer has seen; 0 for none
   */
  LogAnswer answer(Bytes key, LogQuery query, long seen) {
    List<LogAnswer.Included> included =
        query.numbers().stream()
            .filter(number -> number <= head.size())
            .map(this::included)
            .toList();
    return new LogAnswer(proof(key), path(query.known()), included, path(seen), null);
  }

  private LogProof proof(Bytes key) {
    HeadProof headProof =
        new HeadProof(
            head.note().octets().utf8(),
            head.record(),
            proofs.inclusion(head.size() - 1, head.size()));
    return new LogProof(
        headProof, head.map().proof(key, new MapHasher(), number -> proofs.leaf(number - 1)));
  }

  private LogAnswer.Included included(long number) {
    return new LogAnswer.Included(
        number, proofs.leaf(number - 1), proofs.inclusion(number - 1, head.size()));
  }

  /** The path of a continued log with its first hash explicit, as evidence has it. */
  private List<Bytes> path(long from) {
    if (from < 1 || from >= head.size()) {
      return List.of();
    }
    List<Bytes> path = new ArrayList<>(proofs.consistency(from, head.size()));
    if (Long.bitCount(from) == 1) {
      path.add(0, proofs.root(from));
    }
    return path;
  }
}
