package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The open connection requests of one profile, oldest first. */
record Pending(PortalEntry.ConnectionsPending entry) {

  static Pending of(AccountName account, Optional<PortalEntry.ConnectionsPending> stored) {
    return new Pending(
        stored.orElseGet(
            () ->
                new PortalEntry.ConnectionsPending(
                    account.toString(), List.of(), List.of(), null)));
  }

  int size() {
    return entry.requests().size();
  }

  Optional<SignedConnectionRequest> find(Udf device) {
    return entry.requests().stream().filter(r -> r.identifier().equals(device)).findFirst();
  }

  /**
   * True if nothing is new in {@code asked}: the open request of its device is the same, and came
   * in the same envelope or a later one.
   */
  boolean holds(AskedRequest asked) {
    Optional<PortalEntry.StartEnvelope> envelope = envelope(asked.device());
    return isOpen(asked)
        && (asked.envelope() == null
            || envelope
                .filter(
                    e -> Objects.equals(e.digest(), asked.envelope()) || asked.isBefore(e.issued()))
                .isPresent());
  }

  private boolean isOpen(AskedRequest asked) {
    return find(asked.device())
        .filter(open -> SignedDigest.of(open).equals(asked.request().digest()))
        .isPresent();
  }

  /** True if the device's open request is signed later than {@code asked}, or only it is dated. */
  boolean hasLater(AskedRequest asked) {
    Long open = find(asked.device()).map(this::issued).orElse(null);
    return open != null && (asked.issued() == null || asked.isBefore(open));
  }

  /** The time of signing of an open request, in milliseconds since 1970. */
  @Nullable Long issued(SignedConnectionRequest request) {
    return RequestSalt.of(request)
        .map(salt -> salt.issued().toEpochMilli())
        .or(() -> envelope(request.identifier()).map(PortalEntry.StartEnvelope::issued))
        .orElse(null);
  }

  /** The envelope in which the open request of a device came. */
  Optional<PortalEntry.StartEnvelope> envelope(Udf device) {
    return envelopes().stream().filter(e -> e.deviceUdf().equals(device)).findFirst();
  }

  private List<PortalEntry.StartEnvelope> envelopes() {
    List<PortalEntry.StartEnvelope> envelopes = entry.envelopes();
    return envelopes == null ? List.of() : envelopes;
  }

  /**
   * A copy with this request last, in place of an earlier one of its device. An equal request keeps
   * its place and time.
   */
  Pending with(AskedRequest asked, Instant now) {
    boolean repeated = isOpen(asked);
    Pending kept = repeated ? this : without(asked.device());
    List<SignedConnectionRequest> requests = new ArrayList<>(kept.entry.requests());
    List<Instant> received = new ArrayList<>(kept.entry.received());
    if (!repeated) {
      requests.add(asked.request().signed());
      received.add(now);
    }
    List<PortalEntry.StartEnvelope> envelopes =
        new ArrayList<>(without(asked.device()).envelopes());
    Bytes digest = asked.envelope();
    Long issued = asked.issued();
    if (digest != null && issued != null) {
      envelopes.add(new PortalEntry.StartEnvelope(asked.device(), digest, issued));
    }
    return of(requests, received, envelopes);
  }

  private Pending of(
      List<SignedConnectionRequest> requests,
      List<Instant> received,
      List<PortalEntry.StartEnvelope> envelopes) {
    return new Pending(
        new PortalEntry.ConnectionsPending(
            entry.accountId(), requests, received, envelopes.isEmpty() ? null : envelopes));
  }

  Pending without(Udf device) {
    return keep(i -> !entry.requests().get(i).identifier().equals(device));
  }

  Pending notReceivedBefore(Instant time) {
    return keep(i -> !entry.received().get(i).isBefore(time));
  }

  /** A page of the requests, for ConnectPending; its key is the index of the next request. */
  ConnectPendingResponse page(@Nullable SearchConstraints constraints) {
    Pending wanted = constraints == null ? this : within(constraints);
    int from = constraints == null ? 0 : index(constraints.pageKey());
    Integer most = constraints == null ? null : constraints.maxEntries();
    int size = wanted.size();
    int start = Math.min(from, size);
    int to = most == null ? size : start + Math.min(size - start, Math.max(1, most));
    List<SignedConnectionRequest> page = wanted.entry.requests().subList(start, to);
    return new ConnectPendingResponse(
        Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, page, to < size ? String.valueOf(to) : null);
  }

  private Pending within(SearchConstraints constraints) {
    Instant from = constraints.notBefore();
    Instant to = constraints.before();
    return keep(
        i -> {
          Instant at = entry.received().get(i);
          return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        });
  }

  private static int index(@Nullable String pageKey) {
    if (pageKey == null) {
      return 0;
    }
    if (!pageKey.matches("[0-9]{1,6}")) {
      throw Refusal.bad("the PageKey is not one that this portal gave");
    }
    return Integer.parseInt(pageKey);
  }

  private Pending keep(IntPredicate kept) {
    List<SignedConnectionRequest> requests = new ArrayList<>();
    List<Instant> received = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (kept.test(i)) {
        requests.add(entry.requests().get(i));
        received.add(entry.received().get(i));
      }
    }
    List<PortalEntry.StartEnvelope> envelopes =
        envelopes().stream()
            .filter(e -> requests.stream().anyMatch(r -> r.identifier().equals(e.deviceUdf())))
            .toList();
    return of(requests, received, envelopes);
  }
}
