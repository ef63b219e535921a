package dev.meshsim.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records.
 *
 * @param items the records, in the order that the method promises
 * @param nextPageKey the key of the next request; null if this is the last page. Opaque; records
 *     added meanwhile neither repeat nor hide others
 */
public record RecordPage(List<DataItem> items, @Nullable String nextPageKey) {

  /** Copies the list. */
  public RecordPage {
    items = List.copyOf(items);
  }
}
