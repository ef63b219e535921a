package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of the last write and checkpoint.
 *
 * @param lastWriteTime when the log was last written
 * @param lastCheckpointTime when the last checkpoint was made
 * @param nextCheckpointTime when the next checkpoint is due
 * @param checkpointValue the value of the last checkpoint
 * @param peers the chain of proofs to the checkpoint of each peer
 */
public record StatusResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("LastWriteTime") @Nullable Instant lastWriteTime,
    @JsonProperty("LastCheckpointTime") @Nullable Instant lastCheckpointTime,
    @JsonProperty("NextCheckpointTime") @Nullable Instant nextCheckpointTime,
    @JsonProperty("CheckpointValue") @Nullable String checkpointValue,
    @JsonProperty("Peers") @Nullable List<Bytes> peers)
    implements MeshResponse {
  /** A response with this status and description, and nothing else. */
  public static StatusResponse refusal(int status, String description) {
    return new StatusResponse(status, description, null, null, null, null, null);
  }
}
