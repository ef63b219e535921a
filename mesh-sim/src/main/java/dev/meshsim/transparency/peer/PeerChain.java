package dev.meshsim.transparency.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.LogProof;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.Objects;

/**
 * The chain of proofs from a portal's checkpoint to that of a peer: the record of the peer's
 * checkpoint is the latest of its key in the portal's log.
 *
 * @param record the record of a {@link PeerHead}
 * @param proof the proof of the latest record of its key
 */
public record PeerChain(
    @JsonProperty("Record") DataItem record, @JsonProperty("Proof") LogProof proof) {

  /** Checks that nothing is missing. */
  public PeerChain {
    Objects.requireNonNull(record, "Record");
    Objects.requireNonNull(proof, "Proof");
  }

  /** The chain as a response carries it. */
  public Bytes json() {
    return MeshJson.write(this);
  }

  /**
   * Reads a chain.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if it is none
   */
  public static PeerChain read(Bytes json) {
    try {
      return MeshJson.read(json, PeerChain.class);
    } catch (MeshException e) {
      throw TransparencyException.badProof("the chain cannot be read: " + e.problem());
    }
  }

  /**
   * Checks the chain.
   *
   * @param log the key of the portal's log
   * @return what the portal says of the peer; the peer's own signature is not verified
   * @throws TransparencyException {@code transparency.bad-proof} if the record is not the latest of
   *     its key, and as {@link LogProof#check}
   */
  public PeerHead check(NoteKey log) {
    if (!PeerHead.is(LogName.PORTAL, record.primaryKey())) {
      throw TransparencyException.badProof(record.transactionId() + " is not of a peer");
    }
    Bytes leaf = LogProof.leaf(LogName.PORTAL, record);
    MapLeaf latest =
        proof
            .check(log, MapKey.of(LogName.PORTAL.label(), record.primaryKey()))
            .latest()
            .orElseThrow(
                () -> TransparencyException.badProof("the log has no checkpoint of this peer"));
    if (latest.number() != record.number() || !latest.leafHash().equals(leaf)) {
      throw TransparencyException.badProof(
          record.transactionId() + " is not the latest record of the peer");
    }
    return PeerHead.read(record);
  }
}
