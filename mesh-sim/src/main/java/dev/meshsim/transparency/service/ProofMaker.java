package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogProof;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.WitnessedHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.peer.PeerChain;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the proofs of one checkpoint, for one thread. */
public final class ProofMaker {

  private final LogTree tree;
  private final LogHead head;
  private final TreeProofs proofs;

  ProofMaker(LogTree tree, LogHead head) {
    this.tree = tree;
    this.head = head;
    this.proofs = tree.proofs();
  }

  /**
   * Answers a query.
   *
   * @param key the key of the map
   * @param seen the size of the checkpoint that the entry's signer has seen; 0 for none
   * @param cosigned the cosigned checkpoint that goes with the answer
   */
  LogAnswer answer(Bytes key, LogQuery query, long seen, Optional<Note> cosigned) {
    List<LogAnswer.Included> included =
        query.numbers().stream()
            .filter(number -> number <= head.size())
            .map(this::included)
            .toList();
    LogAnswer answer = new LogAnswer(proof(key), path(query.known()), included, path(seen), null);
    return cosigned.map(note -> answer.with(witnessed(note))).orElse(answer);
  }

  private WitnessedHead witnessed(Note cosigned) {
    long size = Checkpoint.verified(cosigned).tree().size();
    return new WitnessedHead(cosigned.octets().utf8(), path(size));
  }

  /** The chains of proofs to the records of the peers that the checkpoint covers. */
  List<PeerChain> chains(PortalStore store, List<PeerLink> peers) {
    return peers.stream()
        .flatMap(peer -> chain(store, PeerHead.key(peer.key().name())).stream())
        .toList();
  }

  private Optional<PeerChain> chain(PortalStore store, String primaryKey) {
    LogProof proof = proof(MapKey.of(LogName.PORTAL.label(), primaryKey));
    MapLeaf leaf = proof.map().terminal();
    if (leaf == null || !leaf.key().equals(MapKey.of(LogName.PORTAL.label(), primaryKey))) {
      return Optional.empty();
    }
    return store.record(LogName.PORTAL, leaf.number()).map(item -> new PeerChain(item, proof));
  }

  private LogProof proof(Bytes key) {
    return new LogProof(
        headProof(proofs, head.note(), head.record()),
        head.map().proof(key, new MapHasher(), tree::leaves));
  }

  /** The proof that a record is the last one of a checkpoint. */
  static HeadProof headProof(TreeProofs proofs, Note note, DataItem last) {
    return new HeadProof(
        note.octets().utf8(), last, proofs.inclusion(last.number() - 1, last.number()));
  }

  /** A checkpoint before the last one; empty if none was made at that size. */
  static Optional<HeadProof> earlier(
      PortalStore store, String origin, NoteSigner signer, long size) {
    return store
        .record(LogName.PORTAL, size)
        .filter(item -> MapHead.is(LogName.PORTAL, item.primaryKey()))
        .map(
            item -> {
              Checkpoint signed = new Checkpoint(origin, store.tree().head(size));
              return headProof(store.tree().proofs(), signer.sign(signed.text()), item);
            });
  }

  /**
   * Makes the proofs for a page of records of a Transfer.
   *
   * @param tree the tree of the log
   * @param head the checkpoint, see {@link PortalLog#checkpoint}
   * @param known the size of the checkpoint that the reader knows; 0 for none
   * @param page keys and numbers of the records, none above the size of the checkpoint
   */
  public static TransferAnswer transfer(
      LogTree tree, HeadProof head, long known, List<RecordKey> page) {
    TreeProofs proofs = tree.proofs();
    long size = head.mapHead().number();
    List<TransferAnswer.Place> places =
        page.stream()
            .map(
                key ->
                    new TransferAnswer.Place(
                        key.log().label(), proofs.inclusion(key.number() - 1, size)))
            .toList();
    return new TransferAnswer(head, path(proofs, known, size), places);
  }

  private LogAnswer.Included included(long number) {
    return new LogAnswer.Included(
        number, proofs.leaf(number - 1), proofs.inclusion(number - 1, head.size()));
  }

  private List<Bytes> path(long from) {
    return path(proofs, from, head.size());
  }

  /** The path of a continued log with its first hash explicit, as evidence has it. */
  private static List<Bytes> path(TreeProofs proofs, long from, long size) {
    if (from < 1 || from >= size) {
      return List.of();
    }
    List<Bytes> path = new ArrayList<>(proofs.consistency(from, size));
    if (Long.bitCount(from) == 1) {
      path.add(0, proofs.root(from));
    }
    return path;
  }
}
