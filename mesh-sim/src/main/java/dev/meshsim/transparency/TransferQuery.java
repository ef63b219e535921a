package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import org.jspecify.annotations.Nullable;

/**
 * A reader's question for the proofs of what a Transfer returns.
 *
 * @param known the size of the last checkpoint that the reader has accepted; 0 for none
 * @param size the size of the checkpoint to prove against, 1 or more; null for the latest, or for
 *     that of the page key
 * @param all true for all records of both logs in the order of their numbers, which needs the key
 *     of an auditor; null or false for those of the requester's own entries
 */
public record TransferQuery(
    @JsonProperty("Known") long known,
    @JsonProperty("Size") @Nullable Long size,
    @JsonProperty("All") @Nullable Boolean all) {

  /** Checks the ranges. */
  public TransferQuery {
    if (known < 0 || (size != null && size < 1)) {
      throw new IllegalArgumentException("a known size of 0 or more, and a size of 1 or more");
    }
  }

  /** Asks for the own records under the latest checkpoint. */
  public static TransferQuery own(long known) {
    return new TransferQuery(known, null, null);
  }

  /** Asks for all records under the latest checkpoint. */
  public static TransferQuery all(long known) {
    return new TransferQuery(known, null, true);
  }

  /** True if all records are asked for. */
  public boolean asksForAll() {
    return Boolean.TRUE.equals(all);
  }

  /** The query as the request carries it. */
  public Bytes json() {
    return MeshJson.write(this);
  }

  /**
   * Reads a query.
   *
   * @throws dev.meshsim.json.JsonException if it is none
   */
  public static TransferQuery read(Bytes json) {
    return MeshJson.read(json, TransferQuery.class);
  }
}
