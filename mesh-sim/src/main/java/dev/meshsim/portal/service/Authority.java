package dev.meshsim.portal.service;

import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a signed request may be made. An envelope is accepted if it is addressed to this
 * portal and this account, is fresh, was not used before, and is signed by a key that the account's
 * stored profile lists, or for a new account the profile in the request.
 */
final class Authority {

  private static final String A_KEY_OF_THE_PROFILE =
      "an online signature key or the master signature key of the profile";

  private final String domain;
  private final PortalState state;
  private final Freshness freshness;

  Authority(String domain, PortalState state, Freshness freshness) {
    this.domain = domain;
    this.state = state;
    this.freshness = freshness;
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
                    Refusal.of(
                        RefusalReason.NOT_ADMINISTRATOR,
                        envelope.key() + " is not an online signature key of " + account));
    verify(tx, envelope, key, caller);
    return stored;
  }

  /** Checks that the caller is {@code device}: it signed with its device authentication key. */
  void device(
      PortalStore.Transaction tx, AccountName account, DeviceProfile device, Caller caller) {
    RequestEnvelope envelope = envelope(caller, account, "the device authentication key");
    PublicKey key = device.deviceAuthenticationKey();
    if (!envelope.key().equals(key.udf())) {
      throw Refusal.of(
          RefusalReason.OTHER_SIGNER,
          envelope.key() + " is not the authentication key of the device " + device.identifier());
    }
    verify(tx, envelope, key, caller);
  }

  /**
   * Checks that the caller is one of the portal's auditors.
   *
   * @param auditors their keys
   */
  void auditor(PortalStore.Transaction tx, List<PublicKey> auditors, Caller caller) {
    RequestEnvelope envelope =
        caller.envelope().orElseThrow(() -> notSigned("the key of an auditor of this portal"));
    requireDomain(envelope.claims());
    PublicKey key =
        auditors.stream()
            .filter(known -> known.udf().equals(envelope.key()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                        RefusalReason.NOT_AUDITOR,
                        envelope.key() + " is not the key of an auditor of this portal"));
    verify(tx, envelope, key, caller);
  }

  /** Refuses an anonymous caller, before the profile in the request is verified. */
  void requireSigned(Caller caller) {
    if (caller.envelope().isEmpty()) {
      throw notSigned(A_KEY_OF_THE_PROFILE);
    }
  }

  /**
   * Checks that the caller owns a profile: a key of the profile itself signed, an online signature
   * key or the master signature key.
   *
   * @return the caller's envelope
   */
  RequestEnvelope owner(
      PortalStore.Transaction tx,
      AccountName account,
      VerifiedPersonalProfile profile,
      Caller caller) {
    RequestEnvelope envelope = envelope(caller, account, A_KEY_OF_THE_PROFILE);
    PublicKey master = profile.master().masterSignatureKey();
    PublicKey key =
        profile
            .master()
            .onlineSignatureKey(envelope.key())
            .or(() -> Optional.of(master).filter(k -> k.udf().equals(envelope.key())))
            .orElseThrow(
                () ->
                    Refusal.of(
                        RefusalReason.OTHER_SIGNER,
                        envelope.key() + " is not " + A_KEY_OF_THE_PROFILE + " in the request"));
    verify(tx, envelope, key, caller);
    return envelope;
  }

  /** The account that the caller's envelope names. */
  AccountName accountOf(Caller caller) {
    return AccountName.parse(
        caller
            .envelope()
            .map(envelope -> envelope.claims().account())
            .orElseThrow(() -> notSigned("an online signature key")));
  }

  VerifiedPersonalProfile profileOf(PortalStore.Transaction tx, AccountName account) {
    return state
        .account(tx, account)
        .flatMap(a -> state.profile(tx, a.userProfileUdf()))
        .orElseThrow(() -> unknownAccount(account));
  }

  /** The refusal of an account that is not there. */
  static Refusal unknownAccount(AccountName account) {
    return Refusal.of(RefusalReason.UNKNOWN_ACCOUNT, "there is no account " + account);
  }

  private static Refusal notSigned(String needed) {
    return Refusal.of(
        RefusalReason.NOT_SIGNED, "this needs " + needed + "; sign the request with one");
  }

  private RequestEnvelope envelope(Caller caller, AccountName account, String needed) {
    RequestEnvelope envelope = caller.envelope().orElseThrow(() -> notSigned(needed));
    RequestClaims claims = envelope.claims();
    requireDomain(claims);
    if (!AccountName.parse(claims.account()).equals(account)) {
      throw Refusal.of(
          RefusalReason.OTHER_SIGNER, "the request is signed for the account " + claims.account());
    }
    return envelope;
  }

  private void requireDomain(RequestClaims claims) {
    if (!claims.domain().equals(domain)) {
      throw Refusal.of(
          RefusalReason.OTHER_SIGNER, "the request is signed for the portal " + claims.domain());
    }
  }

  private void verify(
      PortalStore.Transaction tx, RequestEnvelope envelope, PublicKey key, Caller caller) {
    freshness.requireFresh(envelope.claims());
    state.verifier().verifyOnce(envelope.signature(), 0, key, "request");
    freshness.use(tx, envelope, caller.token());
  }
}
