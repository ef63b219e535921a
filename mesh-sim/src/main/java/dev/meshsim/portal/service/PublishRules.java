package dev.meshsim.portal.service;

import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Optional;

/**
 * The rules of Publish: one each for personal profiles, application profiles and escrow entries.
 * Publishing exactly the stored entry again succeeds and writes nothing.
 */
final class PublishRules {

  private final World world;
  private final PortalState state;
  private final ProfileStoring profiles;
  private final EscrowRules escrows;

  PublishRules(World world, PortalState state, Authority authority) {
    this.world = world;
    this.state = state;
    this.profiles = new ProfileStoring(state);
    this.escrows = new EscrowRules(state, authority);
  }

  PublishResponse publish(PublishRequest request, Caller caller) {
    Entry entry = request.entry();
    if (entry instanceof SignedPersonalProfile personal) {
      publishPersonal(personal);
    } else if (entry instanceof SignedApplicationProfile application) {
      state.change(tx -> publishApplication(tx, application));
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

  private void publishPersonal(SignedPersonalProfile signed) {
    if (state.transact(tx -> profiles.isStored(tx, signed))) {
      return;
    }
    VerifiedPersonalProfile profile = profiles.verifyNext(signed);
    state.change(
        tx -> {
          if (!profiles.isStored(tx, signed)) {
            profiles.putNext(tx, profile, world.now());
          }
        });
    state.remember(profile);
  }

  private void publishApplication(PortalStore.Transaction tx, SignedApplicationProfile signed) {
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
                    Refusal.notFound(
                        "no stored profile has an entry for " + identifier + "; publish it first"));
    ApplicationProfile application = state.verifier().application(signed, owner);
    if (stored.isPresent()) {
      requireLater(application, stored.get());
    }
    tx.put(
        state
            .entries()
            .change(
                tx,
                signed,
                List.of(new IndexTerm("Profile", owner.identifier().text())),
                world.now()));
  }

  private void requireLater(ApplicationProfile application, Entry stored) {
    if (!(stored instanceof SignedApplicationProfile signed)) {
      throw Refusal.exists("the identifier " + stored.identifier() + " is that of another entry");
    }
    ApplicationProfile before =
        ApplicationProfile.read(state.dialect(), signed.signedData().payload());
    if (!application.updated().isAfter(before.updated())) {
      throw Refusal.exists(
          "the stored application profile was updated at "
              + before.updated()
              + "; this one, of "
              + application.updated()
              + ", is not later");
    }
  }
}
