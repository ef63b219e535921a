package dev.meshsim.transparency.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees and proofs, exhaustively against the recursive definitions of RFC 9162. */
class TreeProofsTest {

  private static final int MOST = 64;

  private final MemoryHashes hashes = new MemoryHashes();
  private final List<Bytes> leaves = new ArrayList<>();
  private final List<TreeHead> heads = new ArrayList<>();
  private final TreeHasher hasher = new TreeHasher();
  private final TreeProofs proofs = new TreeProofs(hashes);
  private final ProofCheck check = new ProofCheck();

  private void grow(int size) {
    Frontier frontier = new Frontier(hasher);
    heads.add(new TreeHead(0, frontier.root()));
    for (int i = 0; i < size; i++) {
      Bytes leaf = hasher.leaf(Bytes.utf8("leaf " + i));
      leaves.add(leaf);
      hashes.append(frontier.append(leaf));
      heads.add(new TreeHead(i + 1, frontier.root()));
    }
  }

  @Test
  void rootsAreThoseOfTheDefinition() {
    grow(MOST);
    for (int n = 0; n <= MOST; n++) {
      assertEquals(NaiveTree.root(leaves.subList(0, n)), heads.get(n).root());
      assertEquals(heads.get(n).root(), proofs.root(n));
      assertEquals(heads.get(n).root(), Frontier.read(hasher, n, hashes).root());
    }
  }

  @Test
  void everyProofOfInclusionIsThatOfTheDefinitionAndHolds() {
    grow(MOST);
    for (int n = 1; n <= MOST; n++) {
      for (int m = 0; m < n; m++) {
        List<Bytes> proof = proofs.inclusion(m, n);
        assertEquals(NaiveTree.path(m, leaves.subList(0, n)), proof);
        assertEquals(proof.size(), ProofCheck.inclusionLength(m, n));
        check.inclusion(m, leaves.get(m), proof, heads.get(n));
      }
    }
  }

  @Test
  void everyProofOfConsistencyIsThatOfTheDefinitionAndHolds() {
    grow(MOST);
    for (int n = 1; n <= MOST; n++) {
      check.consistency(heads.get(0), List.of(), heads.get(n));
      for (int m = 1; m <= n; m++) {
        List<Bytes> proof = proofs.consistency(m, n);
        assertEquals(NaiveTree.proof(m, leaves.subList(0, n)), proof);
        check.consistency(heads.get(m), proof, heads.get(n));
        if (m < n) {
          assertEquals(proof.size(), ProofCheck.consistencyLength(m, n));
        }
      }
    }
  }

  @Test
  void alteredProofsOfInclusionAreRefused() {
    grow(MOST);
    int altered = 0;
    for (int n = 1; n <= MOST; n++) {
      for (int m = 0; m < n; m++) {
        List<Bytes> proof = proofs.inclusion(m, n);
        TreeHead head = heads.get(n);
        for (List<Bytes> other : alterations(proof)) {
          refused(m, leaves.get(m), other, head);
          altered++;
        }
        refused(m, leaves.get((m + 1) % MOST), proof, head);
        refused((m + 1) % n, leaves.get(m), n == 1 ? List.of(leaves.get(0)) : proof, head);
        refused(m, leaves.get(m), proof, heads.get(n == MOST ? n - 1 : n + 1));
        altered += 3;
      }
    }
    assertTrue(altered > 10_000, () -> "only few were altered");
    refused(0, leaves.get(0), List.of(), heads.get(0));
    refused(-1, leaves.get(0), List.of(), heads.get(1));
    refused(1, leaves.get(1), List.of(), heads.get(1));
  }

  @Test
  void alteredProofsOfConsistencyAreRefused() {
    grow(MOST);
    for (int n = 1; n <= MOST; n++) {
      for (int m = 1; m <= n; m++) {
        List<Bytes> proof = proofs.consistency(m, n);
        for (List<Bytes> other : alterations(proof)) {
          refused(heads.get(m), other, heads.get(n));
        }
        if (m < n) {
          refused(heads.get(n), proof, heads.get(m));
          refused(heads.get(m), List.of(), heads.get(n));
        }
        TreeHead wrong = new TreeHead(m, hasher.leaf(Bytes.utf8("wrong")));
        refused(wrong, proof, heads.get(n));
        refused(heads.get(m), proof, new TreeHead(n, wrong.root()));
      }
    }
    refused(new TreeHead(0, heads.get(1).root()), List.of(), heads.get(5));
    refused(heads.get(0), List.of(leaves.get(0)), heads.get(5));
    refused(heads.get(0), List.of(), new TreeHead(0, leaves.get(0)));
  }

  private static List<List<Bytes>> alterations(List<Bytes> proof) {
    List<List<Bytes>> all = new ArrayList<>();
    List<Bytes> longer = new ArrayList<>(proof);
    longer.add(TreeHasher.EMPTY_ROOT);
    all.add(longer);
    if (!proof.isEmpty()) {
      all.add(proof.subList(0, proof.size() - 1));
      List<Bytes> cut = new ArrayList<>(proof);
      cut.set(0, Bytes.of(proof.get(0).toArray(), 0, TreeHasher.OCTETS - 1));
      all.add(cut);
    }
    for (int i = 0; i < proof.size(); i++) {
      List<Bytes> changed = new ArrayList<>(proof);
      byte[] octets = proof.get(i).toArray();
      octets[i % octets.length] ^= 1;
      changed.set(i, Bytes.of(octets));
      all.add(changed);
    }
    List<Bytes> reversed = new ArrayList<>(proof);
    Collections.reverse(reversed);
    if (!reversed.equals(proof)) {
      all.add(reversed);
    }
    return all;
  }

  private void refused(long index, Bytes leaf, List<Bytes> proof, TreeHead tree) {
    assertEquals(
        TransparencyException.Code.BAD_PROOF,
        assertThrows(TransparencyException.class, () -> check.inclusion(index, leaf, proof, tree))
            .errorCode());
  }

  private void refused(TreeHead older, List<Bytes> proof, TreeHead newer) {
    assertEquals(
        TransparencyException.Code.BAD_PROOF,
        assertThrows(TransparencyException.class, () -> check.consistency(older, proof, newer))
            .errorCode());
  }

  @Test
  void forksAreShownByTheProofOfTheOtherBranch() {
    grow(MOST);
    TreeHead honest = heads.get(MOST);
    for (int m = 1; m < MOST; m++) {
      List<Bytes> proof = new ArrayList<>(proofs.consistency(m, MOST));
      if (Integer.bitCount(m) == 1) {
        proof.add(0, heads.get(m).root());
      }
      ProofCheck.Roots roots = check.rootsOfExplicit(m, proof, MOST);
      assertEquals(new ProofCheck.Roots(heads.get(m).root(), honest.root()), roots);
    }
  }

  @Test
  void theWorkOfAppendingAndProvingIsLogarithmic() {
    grow(10_000);
    // One hash for each leaf, and the nodes; 20,000 roots would be many more.
    TreeHasher counted = new TreeHasher();
    Frontier frontier = new Frontier(counted);
    leaves.forEach(frontier::append);
    assertEquals(StoredHashes.count(10_000) - 10_000, counted.count());
    TreeHasher proving = new TreeHasher();
    TreeProofs prover = new TreeProofs(hashes, proving);
    for (long i = 0; i < 10_000; i += 97) {
      long before = proving.count();
      assertTrue(prover.inclusion(i, 10_000).size() <= 14);
      assertTrue(proving.count() - before <= 14);
    }
  }

  @Test
  void storedHashesFollowEachOtherWithoutGap() {
    long next = 0;
    for (long leaf = 0; leaf < 1000; leaf++) {
      assertEquals(next, StoredHashes.count(leaf));
      for (int level = 0; level <= StoredHashes.completed(leaf); level++) {
        assertEquals(next++, StoredHashes.index(level, leaf >> level));
      }
    }
    assertEquals(15, StoredHashes.index(0, 8));
  }

  @Test
  void hashesThatAreNotThereAreReported() {
    grow(3);
    assertEquals(
        TransparencyException.Code.NO_HASH,
        assertThrows(TransparencyException.class, () -> proofs.root(4)).errorCode());
    assertThrows(IllegalArgumentException.class, () -> proofs.root(-1));
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(3, 3));
    assertThrows(IllegalArgumentException.class, () -> proofs.consistency(4, 3));
  }
}
