package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.Entry;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that a lie may answer. It reaches the honest portal once, or not at all. */
final class Asked {

  private final MeshRequest request;
  private final Bytes octets;
  private final Dialect dialect;
  private final Seen seen;
  private final Impostor impostor;
  private final Supplier<Bytes> next;
  private final boolean signed;
  private @Nullable Bytes honest;

  /**
   * A request.
   *
   * @param octets the request as it came
   * @param signed true if it came in an envelope
   * @param next sends the request on, and returns the octets of the response
   */
  Asked(
      MeshRequest request,
      Bytes octets,
      boolean signed,
      Dialect dialect,
      Seen seen,
      Impostor impostor,
      Supplier<Bytes> next) {
    this.request = request;
    this.octets = octets;
    this.signed = signed;
    this.dialect = dialect;
    this.seen = seen;
    this.impostor = impostor;
    this.next = next;
  }

  MeshRequest request() {
    return request;
  }

  /** The request as it came, with its envelope. */
  Bytes octets() {
    return octets;
  }

  /** True if the request is signed. */
  boolean isSigned() {
    return signed;
  }

  Transaction transaction() {
    return Transaction.of(request);
  }

  Dialect dialect() {
    return dialect;
  }

  /** The messages that have passed so far. */
  Seen seen() {
    return seen;
  }

  /** The portal's own person, with keys of its own. */
  Impostor impostor() {
    return impostor;
  }

  /** The octets of the honest answer. */
  Bytes honestOctets() {
    Bytes octets = honest == null ? next.get() : honest;
    honest = octets;
    return octets;
  }

  /** True if the request was sent on. */
  boolean isForwarded() {
    return honest != null;
  }

  /** The honest answer. */
  MeshResponse honest() {
    return MessageCodec.readResponse(dialect, honestOctets(), transaction());
  }

  /** True if the honest portal has done what was asked. */
  boolean isDone() {
    return Status.isSuccess(honest().status());
  }

  /** Answers with this response. */
  Optional<Bytes> says(MeshResponse response) {
    return Optional.of(MessageCodec.write(dialect, response));
  }

  /** Refuses the request as a portal of this project does, with a reason if the dialect has one. */
  Optional<Bytes> refuses(RefusalReason reason, String description) {
    MeshResponse refusal = transaction().refusal(reason.status(), description);
    return dialect == Dialect.MESH || signed
        ? Optional.of(MessageCodec.write(dialect, refusal, reason))
        : says(refusal);
  }

  /** The success that a request without a result is answered with. */
  Optional<Bytes> acknowledges() {
    return says(transaction().refusal(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT));
  }

  /**
   * Answers a Get with another entry in place of each entry of a type.
   *
   * @param other the other entry; empty leaves the entry as it is
   */
  <T extends Entry> Optional<Bytes> replaces(
      Class<T> type, Function<T, Optional<? extends Entry>> other) {
    if (!(request instanceof GetRequest)
        || !(honest() instanceof GetResponse found)
        || found.entries() == null) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : found.entries()) {
      Optional<? extends Entry> replaced =
          type.isInstance(entry) ? other.apply(type.cast(entry)) : Optional.empty();
      entries.add(replaced.isPresent() ? replaced.get() : entry);
    }
    return entries.equals(found.entries())
        ? Optional.empty()
        : says(
            new GetResponse(
                found.status(),
                found.statusDescription(),
                entries,
                found.dataItems(),
                found.pageKey()));
  }
}
