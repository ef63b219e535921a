package dev.meshsim.portal.service;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.RequestedOnlineKey;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The rules of ConnectStart, ConnectPending and ConnectStatus. */
final class ConnectRules {

  private final World world;
  private final PortalState state;
  private final Authority authority;
  private final PortalPolicy policy;
  private final PendingRecords records;

  ConnectRules(World world, PortalState state, Authority authority, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.authority = authority;
    this.policy = policy;
    this.records = new PendingRecords(world, state, policy);
  }

  ConnectStartResponse start(ConnectStartRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    VerifiedRequest verified = state.verifier().request(request.signedRequest());
    AskedRequest asked = AskedRequest.of(state.dialect(), verified, caller);
    state.change(
        tx -> {
          VerifiedPersonalProfile profile = authority.profileOf(tx, account);
          if (!verified.request().parentUdf().equals(profile.identifier())) {
            throw Refusal.bad(
                "the request is for the profile "
                    + verified.request().parentUdf()
                    + ", the account's is "
                    + profile.identifier());
          }
          if (state.answered(tx, profile.identifier()).cover(asked)) {
            throw Refusal.of(
                RefusalReason.ANSWERED,
                "this request of the device " + asked.device() + " has been answered already");
          }
          Pending open = records.open(tx, account, profile.identifier());
          if (open.holds(asked)) {
            return;
          }
          requireNew(profile, open, asked);
          requireFresh(tx, account, asked, caller);
          Pending pending = open.with(asked, state.dialect().cut(world.now()));
          if (pending.size() > policy.maxPending()) {
            throw Refusal.of(
                RefusalReason.TOO_MANY_REQUESTS,
                "the account has " + policy.maxPending() + " open requests; answer them first");
          }
          records.put(tx, profile.identifier(), pending);
          if (state.result(tx, profile.identifier(), asked.device()).isPresent()) {
            // The answer to an earlier request must not be taken for the answer to this one.
            String result = PortalEntry.resultKey(profile.identifier(), asked.device());
            tx.put(Change.delete(LogName.PORTAL, result, world.now()));
          }
        });
    return ConnectStartResponse.success();
  }

  private boolean wasRemoved(SignedConnectionResult result, VerifiedPersonalProfile profile) {
    return !profile.devices().containsKey(result.identifier())
        && state
                .dialect()
                .json()
                .read(result.signedData().payload(), ConnectionResult.class)
                .result()
            == ConnectionStatus.ACCEPTED;
  }

  /** Refuses a request of a device that needs none, or that a later one has replaced. */
  private static void requireNew(
      VerifiedPersonalProfile profile, Pending open, AskedRequest asked) {
    Optional<SignedDeviceProfile> listed = profile.profile().device(asked.device());
    if (listed.isPresent()
        && !isLater(asked, listed.get(), profile)
        && !asksForMore(asked, profile)) {
      throw Refusal.of(
          RefusalReason.CONNECTED, "the device " + asked.device() + " is in the profile already");
    }
    if (open.hasLater(asked)) {
      throw Refusal.of(
          RefusalReason.SUPERSEDED, "a later request of the device " + asked.device() + " is open");
    }
  }

  /** True if the request brings a later version of the device's profile, with changed keys. */
  private static boolean isLater(
      AskedRequest asked, SignedDeviceProfile listed, VerifiedPersonalProfile profile) {
    DeviceProfile known = profile.devices().get(asked.device());
    Instant before = known == null ? null : known.updated();
    Instant brought = asked.request().device().updated();
    return !listed.equals(asked.request().request().device())
        && brought != null
        && (before == null || brought.isAfter(before));
  }

  /** True if a device as the profile lists it asks to administer, with a new key. */
  private static boolean asksForMore(AskedRequest asked, VerifiedPersonalProfile profile) {
    return profile.profile().devices().contains(asked.request().request().device())
        && RequestedOnlineKey.isNew(asked.request().online(), profile);
  }

  /**
   * Refuses a request that is too old to be remembered as answered. In dialect {@code portal-2017}
   * the time is the envelope's; a request without an envelope has none.
   */
  private void requireFresh(
      PortalStore.Transaction tx, AccountName account, AskedRequest asked, Caller caller) {
    if (asked.envelope() != null) {
      authority.device(tx, account, asked.request().device(), caller);
      return;
    }
    Instant now = world.now();
    Instant earliest = now.minus(policy.pendingLifetime());
    Instant latest = now.plus(policy.clockSkew());
    boolean early = isAfter(asked, latest);
    if (asked.isBefore(earliest.toEpochMilli()) || early) {
      throw Refusal.of(
          early ? RefusalReason.CLOCK : RefusalReason.EXPIRED,
          "the connection request was signed at "
              + Instant.ofEpochMilli(Objects.requireNonNull(asked.issued()))
              + ", and here it is "
              + now
              + "; sign a new one");
    }
  }

  private static boolean isAfter(AskedRequest asked, Instant time) {
    Long issued = asked.issued();
    return issued != null && issued > time.toEpochMilli();
  }

  ConnectPendingResponse pending(ConnectPendingRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    return state.transact(
        tx -> {
          Udf profile = authority.administrator(tx, account, caller).identifier();
          return records.open(tx, account, profile).page(request.searchConstraints());
        });
  }

  ConnectStatusResponse status(ConnectStatusRequest request, Caller caller) {
    AccountName account = AccountName.parse(request.accountId());
    Udf device = Udf.parse(request.deviceId());
    return state.transact(
        tx -> {
          VerifiedPersonalProfile stored = authority.profileOf(tx, account);
          Udf profile = stored.identifier();
          Optional<SignedConnectionRequest> waiting =
              records.open(tx, account, profile).find(device);
          Optional<SignedConnectionResult> result = state.result(tx, profile, device);
          SignedDeviceProfile asking =
              waiting
                  .map(records::deviceOf)
                  .or(() -> result.map(records::deviceOf))
                  .orElseThrow(
                      () ->
                          Refusal.of(
                              RefusalReason.UNKNOWN_REQUEST,
                              "the device " + device + " has no connection request at " + account));
          authority.device(tx, account, state.verifier().device(asking), caller);
          if (waiting.isEmpty() && result.filter(r -> wasRemoved(r, stored)).isPresent()) {
            throw Refusal.unauthorized("the device " + device + " is no longer in the profile");
          }
          return new ConnectStatusResponse(
              Status.SUCCESS_CREATED,
              waiting.isPresent() ? "The request is pending" : Status.SUCCESS_TEXT,
              waiting.isPresent() ? null : result.orElse(null));
        });
  }
}
