package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a portal dropped a record: its receipt, and a checkpoint that has another
 * record in that place, or that was made after the time in the receipt and does not reach so far.
 *
 * @param receipt the receipt with the portal's statement of its keys
 * @param head the checkpoint
 * @param leaf the hash of the record in its place; null if the checkpoint does not reach so far
 * @param path the proof of that record's inclusion; empty if there is none
 * @param statements the portal's statements of its keys from the newer key to the older one, if the
 *     keys of the receipt's statement have not signed the checkpoint; null if they have
 */
public record DroppedEvidence(
    @JsonProperty("Receipt") LogMemory.Kept receipt,
    @JsonProperty("Head") HeadProof head,
    @JsonProperty("Leaf") @Nullable Bytes leaf,
    @JsonProperty("Path") List<Bytes> path,
    @JsonProperty("Statements") @Nullable List<Bytes> statements)
    implements Evidence {

  /** Copies the lists. */
  public DroppedEvidence {
    path = path == null ? List.of() : List.copyOf(path);
    statements = statements == null ? null : List.copyOf(statements);
  }

  @Override
  public String judge() {
    Receipt promised;
    HeadProof.Proved made;
    try {
      KeyStatement keys = KeyStatement.read(receipt.statement());
      promised = Receipt.read(receipt.receipt(), keys);
      made = head.check(keys.domain(), logKeys(keys));
      if (leaf != null) {
        new ProofCheck().inclusion(promised.number() - 1, leaf, path, made.checkpoint().tree());
      }
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    String dropped = dropped(promised);
    if (leaf != null) {
      if (leaf.equals(promised.leafHash())) {
        throw TransparencyException.noEvidence("the record is in its place");
      }
      return dropped + "the checkpoint of " + made.size() + " has another record in its place";
    }
    if (made.size() >= promised.number() || !made.made().isAfter(promised.covered())) {
      throw TransparencyException.noEvidence("the checkpoint need not have the record yet");
    }
    return dropped + "the checkpoint of " + made.made() + " has only " + made.size() + " records";
  }

  /** The keys that may have signed the checkpoint. */
  private List<NoteKey> logKeys(KeyStatement keys) {
    List<NoteKey> all;
    if (statements == null) {
      all = keys.log().stream().toList();
    } else {
      KeyChain chain = KeyChain.read(statements);
      if (!chain.has(keys)) {
        throw TransparencyException.noEvidence("the receipt's keys are not among its statements");
      }
      all = chain.logKeys();
    }
    if (all.isEmpty()) {
      throw TransparencyException.noEvidence("its statement names no log");
    }
    return all;
  }

  private static String dropped(Receipt promised) {
    return "the log "
        + promised.domain()
        + " has dropped record "
        + promised.number()
        + ", which its receipt of "
        + promised.time()
        + " promises: ";
  }
}
