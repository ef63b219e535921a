package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.trust.AnsweredRequest;
import dev.meshsim.profile.trust.RequestedOnlineKey;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectCompleteResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;

/** The rules of ConnectComplete, which answers a connection request once. */
final class CompletionRules {

  private final World world;
  private final PortalState state;
  private final Authority authority;
  private final PortalPolicy policy;
  private final PendingRecords records;

  CompletionRules(World world, PortalState state, Authority authority, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.authority = authority;
    this.policy = policy;
    this.records = new PendingRecords(world, state, policy);
  }

  ConnectCompleteResponse complete(ConnectCompleteRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    state.change(
        tx -> {
          VerifiedPersonalProfile profile = authority.administrator(tx, account, caller);
          ConnectionResult result = state.verifier().result(request.result(), profile.master());
          Udf device = result.device().identifier();
          if (isGiven(tx, profile.identifier(), request.result())) {
            return;
          }
          Pending pending = records.open(tx, account, profile.identifier());
          SignedConnectionRequest open = requireAnswerable(tx, profile, pending, result);
          requireAnswers(open, request.result(), caller);
          records.put(tx, profile.identifier(), pending.without(device));
          putAnswered(tx, profile.identifier(), pending, open);
          String key = PortalEntry.resultKey(profile.identifier(), device);
          tx.put(state.entries().change(tx, key, request.result(), world.now()));
        });
    return ConnectCompleteResponse.success();
  }

  /** True if the device has this answer already; the signature need not be the same. */
  private boolean isGiven(PortalStore.Transaction tx, Udf profile, SignedConnectionResult result) {
    return state
        .result(tx, profile, result.identifier())
        .filter(given -> given.signedData().payload().equals(result.signedData().payload()))
        .filter(given -> AnsweredRequest.of(given).equals(AnsweredRequest.of(result)))
        .isPresent();
  }

  /**
   * Checks that the answer names the open request. In dialect {@code portal-2017} the envelope of
   * the ConnectComplete names it, or nothing does. A device there signs equal requests, so an
   * answer to an earlier one is not recognised.
   */
  private void requireAnswers(
      SignedConnectionRequest open, SignedConnectionResult result, Caller caller) {
    boolean mesh = state.dialect() == Dialect.MESH;
    Optional<Bytes> answers =
        mesh
            ? AnsweredRequest.of(result)
            : caller.envelope().flatMap(e -> AnsweredRequest.in(state.dialect(), e.signature()));
    if (mesh && answers.isEmpty()) {
      throw Refusal.bad("the result does not name, as answers, the request that it answers");
    }
    if (answers.isPresent() && !answers.get().equals(SignedDigest.of(open))) {
      throw Refusal.of(
          RefusalReason.SUPERSEDED,
          "the result answers another request of the device " + open.identifier());
    }
  }

  private void putAnswered(
      PortalStore.Transaction tx, Udf profile, Pending pending, SignedConnectionRequest open) {
    Udf device = open.identifier();
    Instant now = world.now();
    PortalEntry.Answer answer =
        new PortalEntry.Answer(
            device,
            SignedDigest.of(open),
            pending.envelope(device).map(PortalEntry.StartEnvelope::digest).orElse(null),
            pending.issued(open),
            state.dialect().cut(now));
    AnsweredRequests next =
        state
            .answered(tx, profile)
            .with(
                answer,
                state.dialect() == Dialect.MESH,
                now.minus(policy.pendingLifetime()),
                policy.maxAnswered());
    tx.put(
        state
            .entries()
            .change(
                tx,
                PortalEntry.Answered.key(profile),
                new PortalEntry.Answered(next.answers()),
                now));
  }

  private SignedConnectionRequest requireAnswerable(
      PortalStore.Transaction tx,
      VerifiedPersonalProfile profile,
      Pending pending,
      ConnectionResult result) {
    Udf device = result.device().identifier();
    Optional<SignedConnectionRequest> request = pending.find(device);
    if (request.isEmpty()) {
      throw state.result(tx, profile.identifier(), device).isPresent()
          ? Refusal.of(
              RefusalReason.ANSWERED,
              "the request of the device " + device + " has been answered already")
          : Refusal.of(
              RefusalReason.UNKNOWN_REQUEST,
              "the device " + device + " has no open connection request");
    }
    if (!result.parentUdf().equals(profile.identifier())
        || !records.deviceOf(request.get()).equals(result.device())) {
      throw Refusal.bad("the result is not for the device and the profile of the request");
    }
    boolean accepted = result.result() == ConnectionStatus.ACCEPTED;
    if (accepted && !profile.signed().equals(result.profile())) {
      throw Refusal.of(
          RefusalReason.UNPUBLISHED,
          "the result does not carry the stored profile; publish it first");
    }
    boolean listed = profile.profile().devices().contains(result.device());
    if (accepted && !listed) {
      throw new Refusal(
          Status.BAD_REQUEST,
          RefusalReason.UNPUBLISHED,
          "the stored profile does not have the device; publish it first");
    }
    if (!accepted
        && listed
        && !RequestedOnlineKey.isNew(RequestedOnlineKey.of(request.get()), profile)) {
      throw new Refusal(
          Status.BAD_REQUEST,
          RefusalReason.CONNECTED,
          "the stored profile has the device: it cannot be rejected any more");
    }
    return request.get();
  }
}
