package dev.meshsim.portal.service;

import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The open connection requests of one profile, oldest first. */
record Pending(PortalEntry.ConnectionsPending entry) {

  static Pending of(AccountName account, Optional<PortalEntry.ConnectionsPending> stored) {
    return new Pending(
        stored.orElseGet(
            () -> new PortalEntry.ConnectionsPending(account.toString(), List.of(), List.of())));
  }

  int size() {
    return entry.requests().size();
  }

  Optional<SignedConnectionRequest> find(Udf device) {
    return entry.requests().stream().filter(r -> r.identifier().equals(device)).findFirst();
  }

  /** A copy with this request last, in place of an earlier one of its device. */
  Pending with(VerifiedRequest request, Instant now) {
    Pending others = without(request.device().identifier());
    List<SignedConnectionRequest> requests = new ArrayList<>(others.entry.requests());
    List<Instant> received = new ArrayList<>(others.entry.received());
    requests.add(request.signed());
    received.add(now);
    return new Pending(new PortalEntry.ConnectionsPending(entry.accountId(), requests, received));
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
    return new Pending(new PortalEntry.ConnectionsPending(entry.accountId(), requests, received));
  }
}
