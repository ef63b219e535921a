package dev.meshsim.portal.service;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectCompleteResponse;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.Optional;

/** The rules of ConnectStart, ConnectPending, ConnectComplete and ConnectStatus. */
final class ConnectRules {

  private final World world;
  private final PortalState state;
  private final Authority authority;
  private final PortalPolicy policy;

  ConnectRules(World world, PortalState state, Authority authority, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.authority = authority;
    this.policy = policy;
  }

  ConnectStartResponse start(ConnectStartRequest request) {
    AccountName account = AccountName.parse(request.accountId());
    VerifiedRequest verified = state.verifier().request(request.signedRequest());
    state.transact(
        tx -> {
          VerifiedPersonalProfile profile = authority.profileOf(tx, account);
          Udf device = verified.device().identifier();
          if (!verified.request().parentUdf().equals(profile.identifier())) {
            throw Refusal.bad(
                "the request is for the profile "
                    + verified.request().parentUdf()
                    + ", the account's is "
                    + profile.identifier());
          }
          if (profile.devices().containsKey(device)) {
            throw Refusal.exists("the device " + device + " is in the profile already");
          }
          Pending pending =
              open(tx, account, profile.identifier())
                  .with(verified, state.dialect().cut(world.now()));
          if (pending.size() > policy.maxPending()) {
            throw new Refusal(
                Status.SERVER_OVERLOAD,
                "the account has " + policy.maxPending() + " open requests; answer them first");
          }
          putPending(tx, profile.identifier(), pending);
          if (state.result(tx, profile.identifier(), device).isPresent()) {
            // The answer to an earlier request must not be taken for the answer to this one.
            String result = PortalEntry.resultKey(profile.identifier(), device);
            tx.put(Change.delete(LogName.PORTAL, result, world.now()));
          }
          return pending;
        });
    return ConnectStartResponse.success();
  }

  ConnectPendingResponse pending(ConnectPendingRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    return state.transact(
        tx -> {
          Udf profile = authority.administrator(tx, account, caller).identifier();
          return open(tx, account, profile).page(request.searchConstraints());
        });
  }

  ConnectCompleteResponse complete(ConnectCompleteRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    state.transact(
        tx -> {
          VerifiedPersonalProfile profile = authority.administrator(tx, account, caller);
          ConnectionResult result = state.verifier().result(request.result(), profile.master());
          Udf device = result.device().identifier();
          Pending pending = open(tx, account, profile.identifier());
          requireAnswerable(tx, profile, pending, result);
          putPending(tx, profile.identifier(), pending.without(device));
          String key = PortalEntry.resultKey(profile.identifier(), device);
          tx.put(state.entries().change(tx, key, request.result(), world.now()));
          return result;
        });
    return ConnectCompleteResponse.success();
  }

  ConnectStatusResponse status(ConnectStatusRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    Udf device = Udf.parse(request.deviceId());
    return state.transact(
        tx -> {
          Udf profile = authority.profileOf(tx, account).identifier();
          Optional<SignedConnectionRequest> waiting = open(tx, account, profile).find(device);
          Optional<SignedConnectionResult> result = state.result(tx, profile, device);
          SignedDeviceProfile asking =
              waiting
                  .map(this::deviceOf)
                  .or(() -> result.map(this::deviceOf))
                  .orElseThrow(
                      () ->
                          Refusal.notFound(
                              "the device " + device + " has no connection request at " + account));
          authority.device(account, state.verifier().device(asking), caller);
          return new ConnectStatusResponse(
              Status.SUCCESS_CREATED,
              waiting.isPresent() ? "The request is pending" : Status.SUCCESS_TEXT,
              waiting.isPresent() ? null : result.orElse(null));
        });
  }

  private void requireAnswerable(
      PortalStore.Transaction tx,
      VerifiedPersonalProfile profile,
      Pending pending,
      ConnectionResult result) {
    Udf device = result.device().identifier();
    Optional<SignedConnectionRequest> request = pending.find(device);
    if (request.isEmpty()) {
      throw state.result(tx, profile.identifier(), device).isPresent()
          ? Refusal.exists("the request of the device " + device + " has been answered already")
          : Refusal.notFound("the device " + device + " has no open connection request");
    }
    if (!result.parentUdf().equals(profile.identifier())
        || !deviceOf(request.get()).equals(result.device())) {
      throw Refusal.bad("the result is not for the device and the profile of the request");
    }
    boolean accepted = result.result() == ConnectionStatus.ACCEPTED;
    if (accepted && !profile.signed().equals(result.profile())) {
      throw Refusal.exists("the result does not carry the stored profile; publish it first");
    }
    if (accepted != profile.devices().containsKey(device)) {
      throw Refusal.bad(
          accepted
              ? "the stored profile does not have the device; publish it first"
              : "the stored profile has the device: it cannot be rejected any more");
    }
  }

  /** The device profile that a request carries. */
  private SignedDeviceProfile deviceOf(SignedConnectionRequest request) {
    return state
        .dialect()
        .json()
        .read(request.signedData().payload(), ConnectionRequest.class)
        .device();
  }

  /** The device profile that a result carries. */
  private SignedDeviceProfile deviceOf(SignedConnectionResult result) {
    return state
        .dialect()
        .json()
        .read(result.signedData().payload(), ConnectionResult.class)
        .device();
  }

  private Pending open(PortalStore.Transaction tx, AccountName account, Udf profile) {
    return Pending.of(account, state.pending(tx, profile))
        .notReceivedBefore(world.now().minus(policy.pendingLifetime()));
  }

  private void putPending(PortalStore.Transaction tx, Udf profile, Pending pending) {
    String key = PortalEntry.ConnectionsPending.key(profile);
    tx.put(state.entries().change(tx, key, pending.entry(), world.now()));
  }
}
