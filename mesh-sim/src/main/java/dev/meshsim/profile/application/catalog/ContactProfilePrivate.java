package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import java.util.Optional;

/**
 * The decrypted content of a {@code ContactProfile} (schema {@code ContactProfilePrivate}).
 *
 * @param entries the contacts
 */
public record ContactProfilePrivate(@JsonProperty("Entries") List<ContactEntry> entries) {

  /** Copies the lists; an absent list becomes an empty one. */
  public ContactProfilePrivate {
    entries = Required.list(entries);
  }

  /** The content of a new application. */
  public static final ContactProfilePrivate EMPTY = new ContactProfilePrivate(List.of());

  /** The entry with this {@code ID}. */
  public Optional<ContactEntry> find(String id) {
    return Entries.find(entries, ContactEntry::id, id);
  }

  /** A copy with an entry, in place of the one with its {@code ID} if there is one. */
  public ContactProfilePrivate with(ContactEntry entry) {
    return new ContactProfilePrivate(Entries.with(entries, ContactEntry::id, entry));
  }

  /** A copy without the entry with this {@code ID}. */
  public ContactProfilePrivate without(String id) {
    return new ContactProfilePrivate(Entries.without(entries, ContactEntry::id, id));
  }

  /** {@code ContactProfilePrivate[n entries]}. */
  @Override
  public String toString() {
    return "ContactProfilePrivate[" + entries.size() + " entries]";
  }
}
