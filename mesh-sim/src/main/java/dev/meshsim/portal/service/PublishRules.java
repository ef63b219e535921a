package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of Publish: one each for personal profiles, application profiles and escrow entries.
 * Publishing exactly the stored entry again succeeds and writes nothing.
 */
final class PublishRules {

  private final World world;
  private final PortalState state;
  private final Authority authority;
  private final Succession succession;
  private final ProfileStoring profiles;
  private final EscrowRules escrows;

  PublishRules(World world, PortalState state, Authority authority, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.authority = authority;
    this.succession = new Succession(world, state, policy);
    this.profiles = new ProfileStoring(state, succession);
    this.escrows = new EscrowRules(state, authority);
  }

  PublishResponse publish(PublishRequest request, Caller caller) {
    Entry entry = request.entry();
    if (entry instanceof SignedPersonalProfile personal) {
      publishPersonal(personal, caller);
    } else if (entry instanceof SignedApplicationProfile application) {
      state.change(tx -> publishApplication(tx, application, caller));
    } else if (entry instanceof OfflineEscrowEntry escrow) {
      state.change(tx -> escrows.publish(tx, escrow, caller, world.now()));
    } else {
      throw Refusal.bad(
          "a "
              + entry.getClass().getSimpleName()
              + " is not published on its own; publish the profile that it is part of");
    }
    return PublishResponse.success();
  }

  private void publishPersonal(SignedPersonalProfile signed, Caller caller) {
    if (state.transact(tx -> profiles.isStored(tx, signed))) {
      return;
    }
    VerifiedPersonalProfile profile = profiles.verifyNext(signed, caller);
    Optional<Bytes> written =
        state.transact(
            tx -> {
              if (profiles.isStored(tx, signed)) {
                return Optional.empty();
              }
              if (succession.needsEnvelope(caller)) {
                authority.owner(tx, accountOf(tx, caller, profile.identifier()), profile, caller);
              }
              return Optional.of(profiles.putNext(tx, profile, caller, world.now()));
            });
    written.ifPresent(text -> state.remember(profile, text));
  }

  /** The account in the caller's envelope, which must be bound to this profile. */
  private AccountName accountOf(PortalStore.Transaction tx, Caller caller, Udf profile) {
    AccountName account = authority.accountOf(caller);
    Udf bound = authority.profileOf(tx, account).identifier();
    if (!bound.equals(profile)) {
      throw Refusal.of(
          RefusalReason.OTHER_SIGNER,
          "the request is signed for " + account + ", whose profile is " + bound);
    }
    return account;
  }

  private void publishApplication(
      PortalStore.Transaction tx, SignedApplicationProfile signed, Caller caller) {
    Udf identifier = signed.identifier();
    Optional<Entry> stored = state.entry(tx, identifier);
    if (stored.filter(signed::equals).isPresent()) {
      return;
    }
    VerifiedPersonalProfile owner =
        state
            .applicationOwner(tx, identifier)
            .flatMap(udf -> state.profile(tx, udf))
            .orElseThrow(
                () ->
                    new Refusal(
                        Status.NOT_FOUND,
                        RefusalReason.UNPUBLISHED,
                        "no stored profile has an entry for " + identifier + "; publish it first"));
    // Before the signature: a device with an older version of the profile fetches the new one.
    succession.requireReaders(signed, caller, owner);
    ApplicationProfile application = state.verifier().application(signed, owner);
    if (succession.needsEnvelope(caller)) {
      Udf signer = state.dialect().signatures().signer(signed.signedData(), 0);
      AccountName account = accountOf(tx, caller, owner.identifier());
      authority.device(tx, account, Objects.requireNonNull(owner.devices().get(signer)), caller);
    }
    Optional<SignedApplicationProfile> before = stored.map(PublishRules::sameKind);
    succession.requireReplaces(signed, caller, before);
    succession.requireTime(
        "application profile", application.updated(), before.map(this::updatedOf));
    tx.put(
        state
            .entries()
            .change(
                tx,
                signed,
                List.of(new IndexTerm("Profile", owner.identifier().text())),
                world.now()));
  }

  private static SignedApplicationProfile sameKind(Entry stored) {
    if (stored instanceof SignedApplicationProfile signed) {
      return signed;
    }
    throw Refusal.exists("the identifier " + stored.identifier() + " is that of another entry");
  }

  private Instant updatedOf(SignedApplicationProfile signed) {
    return ApplicationProfile.read(state.dialect(), signed.signedData().payload()).updated();
  }
}
