package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RefusalReason;
import java.util.Optional;

/** Lies about what the portal has done. */
final class WriteLies {

  /** A status that no portal of this project gives. */
  private static final int UNKNOWN_STATUS = 599;

  private WriteLies() {}

  static Optional<Bytes> dropped(Asked asked) {
    return asked.request() instanceof PublishRequest ? asked.acknowledges() : Optional.empty();
  }

  static Optional<Bytes> deletionDropped(Asked asked) {
    return asked.request() instanceof DeleteRequest ? asked.acknowledges() : Optional.empty();
  }

  static Optional<Bytes> refusedAsOutdated(Asked asked) {
    return asked.request() instanceof PublishRequest
        ? asked.refuses(RefusalReason.CONFLICT, "the stored version is another one")
        : Optional.empty();
  }

  static Optional<Bytes> noChallenge(Asked asked) {
    return asked.honest() instanceof HelloResponse hello
        ? asked.says(
            new HelloResponse(
                hello.status(),
                hello.statusDescription(),
                hello.version(),
                hello.alternates(),
                null,
                hello.extensions()))
        : Optional.empty();
  }

  static Optional<Bytes> challengeRefused(Asked asked) {
    return asked.isSigned()
        ? asked.refuses(RefusalReason.CHALLENGE, "say Hello and sign the request again")
        : Optional.empty();
  }

  static Optional<Bytes> unknownRefusal(Asked asked) {
    return asked.says(asked.transaction().refusal(UNKNOWN_STATUS, "not today"));
  }

  static Optional<Bytes> nonsense(Asked asked) {
    return Optional.of(Bytes.utf8("{\"Answer\":"));
  }
}
