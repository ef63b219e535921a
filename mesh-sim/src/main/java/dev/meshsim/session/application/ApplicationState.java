package dev.meshsim.session.application;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.udf.Udf;
import java.util.Optional;

/**
 * An application on one machine: the versions that were last read or published, which are the bases
 * of a merge, and what this machine has made of them.
 *
 * @param type the type of the application
 * @param entryBase the profile's entry as last read; empty if the application is new
 * @param entry the entry with this machine's changes
 * @param contentBase the content as last read; empty content if the application is new
 * @param content the content with this machine's changes
 * @param published the version as last read; empty if none was published
 */
record ApplicationState(
    ApplicationType<?> type,
    Optional<ApplicationProfileEntry> entryBase,
    ApplicationProfileEntry entry,
    Parts contentBase,
    Parts content,
    Optional<ApplicationVault.Published> published) {

  /** A new application, of which nothing is published. */
  static ApplicationState created(
      ApplicationType<?> type, ApplicationProfileEntry entry, Parts content) {
    return new ApplicationState(
        type, Optional.empty(), entry, Parts.of(type, type.empty()), content, Optional.empty());
  }

  /** An application as the portal has it. */
  static ApplicationState read(ApplicationVault.Opened opened) {
    return new ApplicationState(
        opened.type(),
        Optional.of(opened.entry()),
        opened.entry(),
        opened.content(),
        opened.content(),
        Optional.of(opened.published()));
  }

  Udf udf() {
    return entry.identifier();
  }

  /** With a change of the entry that is not published. */
  ApplicationState changed(ApplicationProfileEntry changed) {
    return new ApplicationState(type, entryBase, changed, contentBase, content, published);
  }

  /** With a change of the content that is not published. */
  ApplicationState changed(Parts changed) {
    return new ApplicationState(type, entryBase, entry, contentBase, changed, published);
  }

  /** With the entry that the profile has. */
  ApplicationState withEntry(ApplicationProfileEntry current) {
    return new ApplicationState(
        type, Optional.of(current), current, contentBase, content, published);
  }

  /** With the portal's version as the base, and what was merged with it. */
  ApplicationState reread(ApplicationVault.Opened theirs, Parts merged) {
    return new ApplicationState(
        type, entryBase, entry, theirs.content(), merged, Optional.of(theirs.published()));
  }

  /** After the content was published. */
  ApplicationState published(ApplicationVault.Published version) {
    return new ApplicationState(type, entryBase, entry, content, content, Optional.of(version));
  }
}
