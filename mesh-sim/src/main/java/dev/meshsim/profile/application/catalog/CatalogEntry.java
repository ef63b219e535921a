package dev.meshsim.profile.application.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the entries of all catalogues have (schema {@code CatalogEntry}). */
public interface CatalogEntry {

  /** The identity of the entry, for its whole life. */
  @Nullable String id();

  /** When it was made. */
  @Nullable Instant added();

  /** When it was last changed. */
  @Nullable Instant updated();

  /** When it was deleted, if it is kept as deleted. */
  @Nullable Instant deleted();

  /** Words to find it by. */
  List<String> labels();

  /** Where it came from. */
  List<TypedData> sources();
}
