package dev.meshsim.profile.application.catalog;

import dev.meshsim.profile.application.ApplicationType;
import java.util.Optional;

/** Bookmarks (schema {@code BookmarkProfile}). */
public final class BookmarkType extends ApplicationType<BookmarkProfilePrivate> {

  /** The tag. */
  public static final String TAG = "BookmarkProfile";

  /** The type. */
  public BookmarkType() {
    super(TAG, BookmarkProfilePrivate.class, BookmarkProfilePrivate.EMPTY);
  }

  @Override
  public Optional<Class<? extends Record>> published() {
    return Optional.of(ApplicationProfileCatalog.class);
  }
}
