package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with its reason, in the place of a transaction's response. Under the tag {@code
 * MeshResponse} it is the response to octets that cannot be read as a request, whose transaction is
 * therefore unknown: status 400 or 413.
 *
 * @param statusReason the wire name of a {@link RefusalReason}, or one that is not known here
 * @param denial in place of a Get that asked for it, the proof that the portal's log has no such
 *     entry: the JSON of a {@link dev.meshsim.transparency.LogAnswer}
 */
public record ErrorResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("StatusReason") @Nullable String statusReason,
    @JsonProperty("Denial") @Nullable Bytes denial)
    implements MeshResponse {

  /** A refusal without a reason. */
  public ErrorResponse(int status, @Nullable String statusDescription) {
    this(status, statusDescription, null, null);
  }

  /** A refusal without a proof. */
  public ErrorResponse(
      int status, @Nullable String statusDescription, @Nullable String statusReason) {
    this(status, statusDescription, statusReason, null);
  }

  @Override
  public Optional<RefusalReason> refusalReason() {
    return RefusalReason.named(statusReason);
  }
}
