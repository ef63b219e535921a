package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.merge.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bookmark (schema {@code BookmarkEntry}).
 *
 * @param title the title of the page
 * @param uri the address of the page
 * @param imageUdfs the fingerprints of images that stand for the page
 */
public record BookmarkEntry(
    @Identity @JsonProperty("ID") @Nullable String id,
    @JsonProperty("Added") @Nullable Instant added,
    @JsonProperty("Updated") @Nullable Instant updated,
    @JsonProperty("Deleted") @Nullable Instant deleted,
    @JsonProperty("Label") List<String> labels,
    @JsonProperty("Source") List<TypedData> sources,
    @JsonProperty("Title") @Nullable String title,
    @JsonProperty("Uri") @Nullable String uri,
    @JsonProperty("ImageUDF") List<String> imageUdfs)
    implements CatalogEntry {

  /** Copies the lists; an absent list becomes an empty one. */
  public BookmarkEntry {
    labels = Required.list(labels);
    sources = Required.list(sources);
    imageUdfs = Required.list(imageUdfs);
  }

  /**
   * A bookmark.
   *
   * @param id unique among the entries
   * @param added when it was made
   */
  public static BookmarkEntry of(String id, Instant added, String title, String uri) {
    return new BookmarkEntry(id, added, null, null, List.of(), List.of(), title, uri, List.of());
  }

  /** A copy with another {@code Updated}. */
  public BookmarkEntry withUpdated(Instant updated) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code Deleted}. */
  public BookmarkEntry withDeleted(Instant deleted) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code Label}. */
  public BookmarkEntry withLabels(List<String> labels) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code Source}. */
  public BookmarkEntry withSources(List<TypedData> sources) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code Title}. */
  public BookmarkEntry withTitle(String title) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code Uri}. */
  public BookmarkEntry withUri(String uri) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }

  /** A copy with another {@code ImageUDF}. */
  public BookmarkEntry withImageUdfs(List<String> imageUdfs) {
    return new BookmarkEntry(id, added, updated, deleted, labels, sources, title, uri, imageUdfs);
  }
}
