package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.List;
import java.util.Optional;

/** Lies about escrow entries, told in the answer to a Get. */
final class EscrowLies {

  private EscrowLies() {}

  /** The portal's own keys, under the identifier that was asked for. */
  static Optional<Bytes> substituted(Asked asked) {
    return asked.replaces(
        OfflineEscrowEntry.class,
        entry -> Optional.of(asked.impostor().escrow(entry.identifier())));
  }

  /** The portal's own keys, under the identifier of another secret. */
  static Optional<Bytes> anothers(Asked asked) {
    return asked.replaces(
        OfflineEscrowEntry.class, entry -> Optional.of(asked.impostor().escrow()));
  }

  static Optional<Bytes> withheld(Asked asked) {
    return ProfileLies.found(asked, OfflineEscrowEntry.class)
        ? asked.refuses(RefusalReason.UNKNOWN_ENTRY, "there is no such entry")
        : Optional.empty();
  }

  /** An entry that the honest portal has deleted. */
  static Optional<Bytes> revived(Asked asked) {
    if (!(asked.request() instanceof GetRequest get)
        || get.identifier() == null
        || asked.isDone()) {
      return Optional.empty();
    }
    Optional<Entry> entry =
        identifier(get.identifier())
            .flatMap(asked.seen()::latest)
            .filter(OfflineEscrowEntry.class::isInstance);
    return entry.flatMap(
        found ->
            asked.says(
                new GetResponse(
                    Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, List.of(found), null, null)));
  }

  static Optional<Udf> identifier(String text) {
    try {
      return Optional.of(Udf.parse(text));
    } catch (UdfException e) {
      return Optional.empty();
    }
  }
}
