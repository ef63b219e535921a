package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.BelievedProfiles;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The portal's stored state, as its rules read it. Profiles are verified before they are stored;
 * after a restart each is verified once more, when it is first read.
 */
final class PortalState {

  private final PortalStore store;
  private final ProfileVerifier verifier;
  private final Entries entries;
  private final BelievedProfiles believed;

  PortalState(PortalStore store, ProfileVerifier verifier) {
    this.store = store;
    this.verifier = verifier;
    this.believed = new BelievedProfiles(verifier);
    this.entries = new Entries(verifier.dialect().json());
  }

  PortalStore store() {
    return store;
  }

  ProfileVerifier verifier() {
    return verifier;
  }

  Dialect dialect() {
    return verifier.dialect();
  }

  /** The reader and writer of the objects in the logs. */
  Entries entries() {
    return entries;
  }

  /** Runs work in one transaction of the store; the work may run twice. */
  <T> T transact(PortalStore.Work<T> work) {
    return store.transact(work);
  }

  /** Runs work whose result is in the store only; see {@link #transact}. */
  void change(Consumer<PortalStore.Transaction> work) {
    store.transact(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** The account of a name; none if it was deleted. */
  Optional<PortalEntry.Account> account(PortalStore.Transaction tx, AccountName name) {
    return accountOrDeleted(tx, name).filter(account -> !account.deleted());
  }

  Optional<PortalEntry.Account> accountOrDeleted(PortalStore.Transaction tx, AccountName name) {
    return tx.latest(LogName.PORTAL, PortalEntry.Account.key(name))
        .map(item -> entries.read(item, PortalEntry.Account.class));
  }

  /** The published entry of an identifier, whatever its kind; not verified. */
  Optional<Entry> entry(PortalStore.Transaction tx, Udf identifier) {
    return tx.latest(LogName.MESH, identifier.text()).map(entries::read);
  }

  /** The stored version of a profile. */
  Optional<VerifiedPersonalProfile> profile(PortalStore.Transaction tx, Udf identifier) {
    return tx.latest(LogName.MESH, identifier.text())
        .flatMap(
            item ->
                believed.believe(
                    identifier,
                    Entries.text(item),
                    () -> entries.read(item) instanceof SignedPersonalProfile read ? read : null));
  }

  Optional<PortalEntry.ConnectionsPending> pending(PortalStore.Transaction tx, Udf profile) {
    return tx.latest(LogName.PORTAL, PortalEntry.ConnectionsPending.key(profile))
        .map(item -> entries.read(item, PortalEntry.ConnectionsPending.class));
  }

  AnsweredRequests answered(PortalStore.Transaction tx, Udf profile) {
    return tx.latest(LogName.PORTAL, PortalEntry.Answered.key(profile))
        .map(item -> new AnsweredRequests(entries.read(item, PortalEntry.Answered.class).answers()))
        .orElse(AnsweredRequests.NONE);
  }

  Optional<Udf> applicationOwner(PortalStore.Transaction tx, Udf application) {
    return tx.latest(LogName.PORTAL, PortalEntry.ApplicationOwner.key(application))
        .map(item -> entries.read(item, PortalEntry.ApplicationOwner.class).userProfileUdf());
  }

  Optional<SignedConnectionResult> result(PortalStore.Transaction tx, Udf profile, Udf device) {
    return tx.latest(LogName.PORTAL, PortalEntry.resultKey(profile, device))
        .map(item -> entries.read(item, SignedConnectionResult.class));
  }

  /**
   * True if exactly this profile is stored; the stored one is parsed only if this portal has not
   * read or written it lately.
   */
  boolean isStored(PortalStore.Transaction tx, SignedPersonalProfile signed) {
    return tx.latest(LogName.MESH, signed.identifier().text())
        .map(
            item ->
                believed
                    .readLast(signed.identifier(), Entries.text(item))
                    .map(profile -> (Entry) profile.signed())
                    .orElseGet(() -> entries.read(item)))
        .map(signed::equals)
        .orElse(false);
  }

  /** Caches a verified profile with the text that was written, so that it is not read again. */
  void remember(VerifiedPersonalProfile profile, Bytes text) {
    believed.remember(profile, text);
  }
}
