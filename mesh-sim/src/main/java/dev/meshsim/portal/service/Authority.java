package dev.meshsim.portal.service;

import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a signed request may be made. An envelope is accepted if it is addressed to this
 * portal and this account, is fresh, was not used before, and is signed by a key that the account's
 * stored profile lists.
 */
final class Authority {

  private static final String SIGN_IT = "; sign the request with one";

  private final World world;
  private final String domain;
  private final PortalState state;
  private final PortalPolicy policy;
  private final Instant notBefore;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  /**
   * @param lastWrite the time of the latest record when the portal was opened. Nothing signed
   *     before it is accepted: used envelopes are remembered in memory only
   */
  Authority(
      World world,
      String domain,
      PortalState state,
      PortalPolicy policy,
      Optional<Instant> lastWrite) {
    this.world = world;
    this.domain = domain;
    this.state = state;
    this.policy = policy;
    this.notBefore = lastWrite.orElse(Instant.EPOCH);
  }

  /** Returns the profile of {@code account} after checking that the caller administers it. */
  VerifiedPersonalProfile administrator(
      PortalStore.Transaction tx, AccountName account, Caller caller) {
    VerifiedPersonalProfile stored = profileOf(tx, account);
    RequestEnvelope envelope = envelope(caller, account, "an online signature key");
    PublicKey key =
        stored
            .master()
            .onlineSignatureKey(envelope.key())
            .orElseThrow(
                () ->
                    Refusal.unauthorized(
                        envelope.key() + " is not an online signature key of " + account));
    verify(envelope, key, caller.token());
    return stored;
  }

  /** Checks that the caller is {@code device}: it signed with its device authentication key. */
  void device(AccountName account, DeviceProfile device, Caller caller) {
    RequestEnvelope envelope = envelope(caller, account, "the device authentication key");
    PublicKey key = device.deviceAuthenticationKey();
    if (!envelope.key().equals(key.udf())) {
      throw Refusal.unauthorized(
          envelope.key() + " is not the authentication key of the device " + device.identifier());
    }
    verify(envelope, key, caller.token());
  }

  /** The account that the caller's envelope names. */
  AccountName accountOf(Caller caller) {
    return AccountName.parse(
        caller
            .envelope()
            .map(RequestEnvelope::account)
            .orElseThrow(
                () -> Refusal.unauthorized("this needs an online signature key" + SIGN_IT)));
  }

  VerifiedPersonalProfile profileOf(PortalStore.Transaction tx, AccountName account) {
    return state
        .account(tx, account)
        .flatMap(a -> state.profile(tx, a.userProfileUdf()))
        .orElseThrow(() -> Refusal.notFound("there is no account " + account));
  }

  private RequestEnvelope envelope(Caller caller, AccountName account, String needed) {
    RequestEnvelope envelope =
        caller.envelope().orElseThrow(() -> Refusal.unauthorized("this needs " + needed + SIGN_IT));
    if (!envelope.domain().equals(domain)) {
      throw Refusal.unauthorized("the request is signed for the portal " + envelope.domain());
    }
    if (!AccountName.parse(envelope.account()).equals(account)) {
      throw Refusal.unauthorized("the request is signed for the account " + envelope.account());
    }
    return envelope;
  }

  private void verify(RequestEnvelope envelope, PublicKey key, Object token) {
    Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
    Duration away = Duration.between(envelope.issued(), now).abs();
    if (away.compareTo(policy.clockSkew()) > 0 || envelope.issued().isBefore(notBefore)) {
      throw Refusal.unauthorized(
          "the request was signed at " + envelope.issued() + ", and here it is " + now);
    }
    state.verifier().verify(envelope.signature(), 0, key, "request");
    if (!firstUse(envelope, token, now)) {
      throw Refusal.unauthorized("the request has been used already; sign it again");
    }
  }

  /**
   * True for the first use of an envelope, and for its repeats by one caller: a store may run the
   * work of a transaction twice.
   */
  private synchronized boolean firstUse(RequestEnvelope envelope, Object token, Instant now) {
    Instant forgetBefore = now.minus(policy.clockSkew()).minus(policy.clockSkew());
    Iterator<Seen> oldest = seen.values().iterator();
    while (oldest.hasNext() && oldest.next().at().isBefore(forgetBefore)) {
      oldest.remove();
    }
    Seen use = new Seen(now, token);
    return seen.computeIfAbsent(envelope.key() + "/" + envelope.nonce(), key -> use)
        .token()
        .equals(token);
  }

  private record Seen(Instant at, Object token) {}
}
