package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The word of a portal's log on an entry: all proofs are of one checkpoint.
 *
 * @param proof the proof of the latest record of the entry's key
 * @param continued the path from the checkpoint that the reader knows, with its first hash
 *     explicit; empty if there is none, or its size is that of this one or greater
 * @param included the records that the reader has receipts of, as far as the checkpoint reaches
 * @param seen the path from the checkpoint that the entry's signer has seen, as {@code continued}
 * @param receipt the signed receipt of the record, if the checkpoint does not cover it yet
 * @param deletion the record that deleted the entry, if the answer is that there is none any more
 * @param witnessed a checkpoint that witnesses have cosigned, if the reader asks and the portal has
 *     one with later cosignatures than the reader
 */
public record LogAnswer(
    @JsonProperty("Proof") LogProof proof,
    @JsonProperty("Continued") List<Bytes> continued,
    @JsonProperty("Included") List<Included> included,
    @JsonProperty("Seen") List<Bytes> seen,
    @JsonProperty("Receipt") @Nullable Bytes receipt,
    @JsonProperty("Deletion") @Nullable DataItem deletion,
    @JsonProperty("Witnessed") @Nullable WitnessedHead witnessed) {

  /** An answer about an entry that is there. */
  public LogAnswer(
      LogProof proof,
      List<Bytes> continued,
      List<Included> included,
      List<Bytes> seen,
      @Nullable Bytes receipt) {
    this(proof, continued, included, seen, receipt, null, null);
  }

  /**
   * A record of the log.
   *
   * @param number its number
   * @param leaf its hash
   * @param path the proof of its inclusion
   */
  public record Included(
      @JsonProperty("Number") long number,
      @JsonProperty("Leaf") Bytes leaf,
      @JsonProperty("Path") List<Bytes> path) {

    /** Checks that nothing is missing, and copies the list. */
    public Included {
      Objects.requireNonNull(leaf, "Leaf");
      path = path == null ? List.of() : List.copyOf(path);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if it is none
   */
  public static LogAnswer read(Bytes json) {
    try {
      return MeshJson.read(json, LogAnswer.class);
    } catch (MeshException e) {
      throw TransparencyException.badProof("the proof cannot be read: " + e.problem());
    }
  }

  /** This answer with a receipt of the record. */
  public LogAnswer with(Bytes signed) {
    return new LogAnswer(proof, continued, included, seen, signed, deletion, witnessed);
  }

  /** This answer with the record that deleted the entry. */
  public LogAnswer with(DataItem deleting) {
    return new LogAnswer(proof, continued, included, seen, receipt, deleting, witnessed);
  }

  /** This answer with a cosigned checkpoint. */
  public LogAnswer with(WitnessedHead cosigned) {
    return new LogAnswer(proof, continued, included, seen, receipt, deletion, cosigned);
  }

  /** Checks that there is a proof, and copies the lists. */
  public LogAnswer {
    Objects.requireNonNull(proof, "Proof");
    continued = continued == null ? List.of() : List.copyOf(continued);
    included = included == null ? List.of() : List.copyOf(included);
    seen = seen == null ? List.of() : List.copyOf(seen);
  }
}
