package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The rules by which a version of a personal profile replaces another. */
final class ProfileStoring {

  private final PortalState state;
  private final Succession succession;

  ProfileStoring(PortalState state, Succession succession) {
    this.state = state;
    this.succession = succession;
  }

  /** Verifies a profile; parts that equal those of the stored version are not verified again. */
  VerifiedPersonalProfile verify(SignedPersonalProfile signed) {
    refuseFormOf2016(signed);
    return state.verifier().personal(signed, stored(signed.identifier()));
  }

  private void refuseFormOf2016(SignedPersonalProfile signed) {
    for (int i = 0; i < signed.signedData().signatures().size(); i++) {
      if (!state.dialect().signatures().coversHeader(signed.signedData(), i)) {
        throw Refusal.bad("a profile signed in the form of 2016 is read, but not stored anew");
      }
    }
  }

  /**
   * Verifies a profile that follows a stored one. One that no administrator of the stored profile
   * claims to have signed, or that replaces another version, is refused before anything in it is
   * verified.
   */
  VerifiedPersonalProfile verifyNext(SignedPersonalProfile signed, Caller caller) {
    refuseFormOf2016(signed);
    VerifiedPersonalProfile known =
        stored(signed.identifier()).orElseThrow(() -> notStored(signed.identifier()));
    requireSuccession(known, claimedSigners(signed));
    succession.requireReplaces(signed, caller, Optional.of(known.signed()));
    return state.verifier().personal(signed, Optional.of(known));
  }

  private Set<Udf> claimedSigners(SignedPersonalProfile signed) {
    Set<Udf> signers = new LinkedHashSet<>();
    for (int i = 0; i < signed.signedData().signatures().size(); i++) {
      signers.add(state.dialect().signatures().signer(signed.signedData(), i));
    }
    return signers;
  }

  private Optional<VerifiedPersonalProfile> stored(Udf identifier) {
    return state.transact(tx -> state.profile(tx, identifier));
  }

  private static Refusal notStored(Udf identifier) {
    return Refusal.notFound("the profile " + identifier + " is not stored; create its account");
  }

  private static void requireSuccession(VerifiedPersonalProfile stored, Set<Udf> signers) {
    if (signers.stream()
        .noneMatch(key -> stored.administeredBy(key) || key.equals(stored.identifier()))) {
      throw Refusal.of(
          RefusalReason.NOT_ADMINISTRATOR,
          "the profile is signed by no online signature key of the stored profile, nor by its"
              + " master key");
    }
  }

  /**
   * Stores the profile of a new account: the first version, the stored one, or a successor.
   *
   * @return the text that was written, if any
   */
  Optional<Bytes> putForAccount(
      PortalStore.Transaction tx, VerifiedPersonalProfile profile, Caller caller, Instant now) {
    Optional<VerifiedPersonalProfile> stored = state.profile(tx, profile.identifier());
    if (stored.isEmpty()) {
      succession.requireReplaces(profile.signed(), caller, Optional.empty());
      requireTime(profile, Optional.empty());
      return Optional.of(put(tx, profile, now));
    }
    return stored.get().signed().equals(profile.signed())
        ? Optional.empty()
        : Optional.of(putSuccessor(tx, stored.get(), profile, caller, now));
  }

  /** Stores a version that follows the stored one; returns the text that was written. */
  Bytes putNext(
      PortalStore.Transaction tx, VerifiedPersonalProfile profile, Caller caller, Instant now) {
    VerifiedPersonalProfile stored =
        state.profile(tx, profile.identifier()).orElseThrow(() -> notStored(profile.identifier()));
    return putSuccessor(tx, stored, profile, caller, now);
  }

  private Bytes putSuccessor(
      PortalStore.Transaction tx,
      VerifiedPersonalProfile stored,
      VerifiedPersonalProfile next,
      Caller caller,
      Instant now) {
    requireSuccession(stored, next.signers());
    succession.requireReplaces(next.signed(), caller, Optional.of(stored.signed()));
    requireTime(next, Optional.of(stored));
    for (ApplicationProfileEntry entry : stored.profile().applications()) {
      if (next.profile().application(entry.identifier()).isEmpty()) {
        delete(tx, entry.identifier(), now);
      }
    }
    return put(tx, next, now);
  }

  private void requireTime(VerifiedPersonalProfile next, Optional<VerifiedPersonalProfile> stored) {
    succession.requireTime(
        "profile", next.profile().updated(), stored.map(known -> known.profile().updated()));
    boolean sameMaster =
        stored
            .map(known -> known.profile().signedMasterProfile())
            .filter(next.profile().signedMasterProfile()::equals)
            .isPresent();
    if (!sameMaster) {
      succession.requireTime(
          "master profile", next.master().updated(), stored.map(k -> k.master().updated()));
    }
  }

  /** Deletes an application that left its profile; its identifier stays the profile's. */
  private void delete(PortalStore.Transaction tx, Udf application, Instant now) {
    if (state.entry(tx, application).isPresent()) {
      tx.put(Change.delete(LogName.MESH, application.text(), now));
    }
  }

  /** True if exactly this profile is stored already, so that storing it would change nothing. */
  boolean isStored(PortalStore.Transaction tx, SignedPersonalProfile signed) {
    return state.isStored(tx, signed);
  }

  private Bytes put(PortalStore.Transaction tx, VerifiedPersonalProfile profile, Instant now) {
    Bytes text = state.dialect().json().write(profile.signed());
    tx.put(
        Entries.change(
            tx, profile.identifier().text(), text, Entries.terms(profile.profile()), now));
    for (ApplicationProfileEntry entry : profile.profile().applications()) {
      claim(tx, profile, entry.identifier(), now);
    }
    return text;
  }

  /**
   * Makes the profile the owner of an application's identifier. Identifiers are one key space, so
   * one that is stored as something else is refused. A personal profile needs no claim for its own:
   * only the holder of its master key has it, so it replaces whatever is stored there.
   */
  private void claim(
      PortalStore.Transaction tx, VerifiedPersonalProfile profile, Udf application, Instant now) {
    Optional<Udf> owner = state.applicationOwner(tx, application);
    if (owner.isPresent()) {
      if (!owner.get().equals(profile.identifier())) {
        throw Refusal.exists("the application " + application + " belongs to another profile");
      }
      return;
    }
    if (application.equals(profile.identifier()) || state.entry(tx, application).isPresent()) {
      throw Refusal.exists(
          "the identifier "
              + application
              + " is that of another entry; give the application its own");
    }
    PortalEntry.ApplicationOwner claim =
        new PortalEntry.ApplicationOwner(
            state.dialect().cut(now), application, profile.identifier());
    tx.put(state.entries().change(tx, PortalEntry.ApplicationOwner.key(application), claim, now));
  }
}
