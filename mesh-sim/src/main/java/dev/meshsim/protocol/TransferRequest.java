package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.TransferQuery;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the log records of the requester's own entries, which needs an administrator; or for all
 * records, which needs an auditor.
 *
 * @param searchConstraints bounds on the result
 * @param log asks for the proofs from the portal's log: the JSON of a {@link TransferQuery}; null
 *     for none
 */
public record TransferRequest(
    @JsonProperty("SearchConstraints") @Nullable SearchConstraints searchConstraints,
    @JsonProperty("Log") @Nullable Bytes log)
    implements MeshRequest {

  /** A request without proofs. */
  public TransferRequest(@Nullable SearchConstraints searchConstraints) {
    this(searchConstraints, null);
  }

  /** A request with proofs. */
  public static TransferRequest proved(
      @Nullable SearchConstraints searchConstraints, TransferQuery query) {
    return new TransferRequest(searchConstraints, query.json());
  }
}
