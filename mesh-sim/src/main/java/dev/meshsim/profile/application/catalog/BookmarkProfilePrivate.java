package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import java.util.Optional;

/**
 * The decrypted content of a {@code BookmarkProfile} (schema {@code BookmarkProfilePrivate}).
 *
 * @param entries the bookmarks
 */
public record BookmarkProfilePrivate(@JsonProperty("Entries") List<BookmarkEntry> entries) {

  /** Copies the lists; an absent list becomes an empty one. */
  public BookmarkProfilePrivate {
    entries = Required.list(entries);
  }

  /** The content of a new application. */
  public static final BookmarkProfilePrivate EMPTY = new BookmarkProfilePrivate(List.of());

  /** The entry with this {@code ID}. */
  public Optional<BookmarkEntry> find(String id) {
    return Entries.find(entries, BookmarkEntry::id, id);
  }

  /** A copy with an entry, in place of the one with its {@code ID} if there is one. */
  public BookmarkProfilePrivate with(BookmarkEntry entry) {
    return new BookmarkProfilePrivate(Entries.with(entries, BookmarkEntry::id, entry));
  }

  /** A copy without the entry with this {@code ID}. */
  public BookmarkProfilePrivate without(String id) {
    return new BookmarkProfilePrivate(Entries.without(entries, BookmarkEntry::id, id));
  }

  /** {@code BookmarkProfilePrivate[n entries]}. */
  @Override
  public String toString() {
    return "BookmarkProfilePrivate[" + entries.size() + " entries]";
  }
}
