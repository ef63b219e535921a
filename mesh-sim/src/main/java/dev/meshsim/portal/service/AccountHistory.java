package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signed requests that created and deleted an account, as far as a copy of one of them could
 * still change it: the time of the latest, and the digests of those signed in that millisecond. A
 * request must be signed later, or in that millisecond and be none of them.
 */
record AccountHistory(@Nullable Long lastSigned, List<Bytes> lastRequests) {

  /** The most requests of one millisecond, so that the record of an account stays small. */
  private static final int MOST_AT_ONCE = 64;

  static AccountHistory of(Optional<PortalEntry.Account> account) {
    List<Bytes> digests = account.map(PortalEntry.Account::lastRequests).orElse(List.of());
    return new AccountHistory(account.map(PortalEntry.Account::lastSigned).orElse(null), digests);
  }

  /** Refuses a request that was signed before the latest one, or is one of the latest. */
  void requireLater(RequestEnvelope envelope) {
    if (lastSigned == null) {
      return;
    }
    Instant latest = Instant.ofEpochMilli(lastSigned);
    Instant issued = envelope.claims().issued();
    if (issued.isBefore(latest)) {
      throw Refusal.of(
          RefusalReason.SUPERSEDED,
          "the account was created or deleted by a request signed at "
              + latest
              + "; this one was signed before, at "
              + issued);
    }
    if (issued.equals(latest)
        && (lastRequests.contains(SignedDigest.of(envelope.signature()))
            || lastRequests.size() == MOST_AT_ONCE)) {
      throw Refusal.of(
          RefusalReason.SUPERSEDED,
          "this request created or deleted the account already; sign it again");
    }
  }

  /** The history with one more request; an unsigned one leaves no trace. */
  AccountHistory with(Optional<RequestEnvelope> request) {
    if (request.isEmpty()) {
      return this;
    }
    long issued = request.get().claims().issued().toEpochMilli();
    boolean tie = lastSigned != null && lastSigned == issued;
    List<Bytes> digests = new ArrayList<>(tie ? lastRequests : List.of());
    digests.add(SignedDigest.of(request.get().signature()));
    return new AccountHistory(issued, List.copyOf(digests));
  }

  PortalEntry.Account account(
      Instant created,
      Instant modified,
      AccountName name,
      VerifiedPersonalProfile profile,
      String status) {
    return new PortalEntry.Account(
        created,
        modified,
        name.toString(),
        profile.identifier(),
        status,
        lastSigned,
        lastSigned == null ? null : lastRequests);
  }
}
