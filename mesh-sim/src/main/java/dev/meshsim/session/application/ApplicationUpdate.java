package dev.meshsim.session.application;

import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.merge.ApplicationEntryMerge;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import java.util.Optional;

/**
 * One update of an application: the profile's entry first, since a portal takes an application only
 * for an entry, then the content. After a conflict the portal's versions are fetched, merged with
 * this machine's, and the result is published in their place.
 */
final class ApplicationUpdate {

  /** The most attempts. Each but the last lost against another device's publication. */
  static final int MOST_ATTEMPTS = 8;

  private final ApplicationOwner owner;
  private ApplicationState state;
  private Optional<ContentConflict> conflict = Optional.empty();

  /**
   * An update.
   *
   * @param state what this machine last read or published, and its changes
   */
  ApplicationUpdate(ApplicationOwner owner, ApplicationState state) {
    this.owner = owner;
    this.state = state;
  }

  /**
   * Publishes the changes. If the portal's version has them already, nothing is published.
   *
   * @return the state afterwards: nothing in it is unpublished
   * @throws ConflictException if a change and another device's cannot be merged, or another device
   *     was faster each time
   */
  ApplicationState publish() {
    boolean reread = false;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      publishEntry();
      if (reread && isMade()) {
        return state;
      }
      try {
        return state.published(ApplicationVault.publish(owner, state));
      } catch (PortalRefusedException e) {
        if (!e.isConflict()) {
          throw undone(e);
        }
        rereadAfter(e);
        reread = true;
      }
    }
    throw ConflictException.repeated("the application " + state.udf(), MOST_ATTEMPTS);
  }

  /** The content that could not be merged, if that is why {@link #publish} failed. */
  Optional<ContentConflict> conflict() {
    return conflict;
  }

  private void publishEntry() {
    Optional<ApplicationProfileEntry> current = currentEntry();
    ApplicationProfileEntry merged =
        current
            .map(theirs -> merged(theirs).result())
            .orElseGet(
                () -> {
                  if (state.entryBase().isPresent()) {
                    throw ApplicationException.removed(state.udf());
                  }
                  return state.entry();
                });
    if (!current.equals(Optional.of(merged))) {
      publishInProfile(merged);
      merged = currentEntry().orElseThrow(() -> ApplicationException.removed(state.udf()));
    }
    state = state.withEntry(merged);
  }

  /** Publishes the entry, unless another device has removed it since the profile was read. */
  private void publishInProfile(ApplicationProfileEntry entry) {
    try {
      owner.publish(entry);
    } catch (ConflictException e) {
      // The profile was fetched for the merge, so it tells a removal from another conflict.
      throw currentEntry().isEmpty() ? ApplicationException.removed(state.udf()) : e;
    }
  }

  private Optional<ApplicationProfileEntry> currentEntry() {
    return owner.personalProfile().profile().application(state.udf());
  }

  private Merge<ApplicationProfileEntry> merged(ApplicationProfileEntry theirs) {
    return ApplicationEntryMerge.merge(state.entryBase(), state.entry(), theirs);
  }

  /** True if the portal's version has this content, and can be read by those who shall read it. */
  private boolean isMade() {
    return state.content().equals(state.contentBase())
        && state
            .published()
            .filter(v -> v.readers().equals(ApplicationVault.readers(owner, state.entry())))
            .isPresent();
  }

  /** Fetches profile and application after a conflict, and merges the content. */
  private void rereadAfter(PortalRefusedException refused) {
    var profile = owner.personalProfile().signed();
    var before = state.published();
    owner.refresh();
    Optional<ApplicationVault.Opened> theirs = openIfPublished();
    Optional<ApplicationVault.Published> now = theirs.map(ApplicationVault.Opened::published);
    if (owner.personalProfile().signed().equals(profile)
        && now.map(ApplicationVault.Published::signed)
            .equals(before.map(ApplicationVault.Published::signed))) {
      throw ApplicationException.contradiction(state.udf(), refused);
    }
    if (theirs.isPresent() && !now.equals(before)) {
      ApplicationVault.Opened opened = theirs.get();
      Merge<Parts> merge =
          Parts.merge(state.type(), state.contentBase(), state.content(), opened.content());
      if (!merge.isClean()) {
        conflict = Optional.of(new ContentConflict(state.type(), merge, opened));
        throw ConflictException.differs(merge.map(Parts::shared));
      }
      state = state.reread(opened, merge.result());
    }
  }

  private Optional<ApplicationVault.Opened> openIfPublished() {
    if (currentEntry().isEmpty()) {
      throw ApplicationException.removed(state.udf());
    }
    try {
      return Optional.of(ApplicationVault.open(owner, state.udf()));
    } catch (ApplicationException e) {
      if (e.errorCode() == ApplicationException.Code.APPLICATION_EMPTY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The failure to throw after the portal refused the content. A new application's entry is
   * withdrawn, so that the profile lists no application without content.
   */
  private RuntimeException undone(PortalRefusedException refused) {
    if (state.published().isPresent()) {
      return refused;
    }
    try {
      owner.withdraw(state.udf());
    } catch (RuntimeException e) {
      ApplicationException unfinished = ApplicationException.unfinished(state.udf(), refused);
      unfinished.addSuppressed(e);
      return unfinished;
    }
    return refused;
  }
}
