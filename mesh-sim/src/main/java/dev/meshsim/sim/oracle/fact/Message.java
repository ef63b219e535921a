package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import java.util.Optional;

/**
 * A request and its response, read from their octets. Whatever cannot be read is empty.
 *
 * @param envelope the envelope of a signed request
 */
public record Message(
    Optional<MeshRequest> request,
    Optional<RequestEnvelope> envelope,
    Optional<MeshResponse> response) {

  /** Reads the octets of an exchange. */
  public static Message read(Dialect dialect, Bytes request, Bytes response) {
    Optional<RequestEnvelope> envelope = envelope(dialect, request);
    Optional<MeshRequest> read =
        envelope.isPresent() || !RequestEnvelope.isEnvelope(request)
            ? request(dialect, envelope.map(RequestEnvelope::request).orElse(request))
            : Optional.empty();
    return new Message(
        read, envelope, read.flatMap(r -> response(dialect, response, Transaction.of(r))));
  }

  private static Optional<RequestEnvelope> envelope(Dialect dialect, Bytes text) {
    if (!RequestEnvelope.isEnvelope(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RequestEnvelope.open(dialect, text));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<MeshRequest> request(Dialect dialect, Bytes text) {
    try {
      return Optional.of(MessageCodec.readRequest(dialect, text));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<MeshResponse> response(Dialect dialect, Bytes text, Transaction of) {
    try {
      return Optional.of(MessageCodec.readResponse(dialect, text, of));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** True if the response says that the request was carried out. */
  public boolean accepted() {
    return response.filter(r -> Status.isSuccess(r.status())).isPresent();
  }

  /** The request, if it is of this class. */
  public <T extends MeshRequest> Optional<T> asked(Class<T> type) {
    return request.filter(type::isInstance).map(type::cast);
  }

  /** The version of a personal profile that was to be created or published. */
  public Optional<SignedPersonalProfile> published() {
    return asked(CreateRequest.class)
        .<Object>map(CreateRequest::profile)
        .or(() -> asked(PublishRequest.class).map(PublishRequest::entry))
        .filter(SignedPersonalProfile.class::isInstance)
        .map(SignedPersonalProfile.class::cast);
  }

  /** The response, if it is of this class. */
  public <T extends MeshResponse> Optional<T> answered(Class<T> type) {
    return response.filter(type::isInstance).map(type::cast);
  }
}
