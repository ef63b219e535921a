package dev.meshsim.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the records that were asked for.
 *
 * @param items the records, in the order that the method promises
 * @param nextPageKey what to ask with for the rest; null if this is the end. Opaque; records added
 *     meanwhile neither repeat nor hide others
 */
public record RecordPage(List<DataItem> items, @Nullable String nextPageKey) {

  /** Copies the list. */
  public RecordPage {
    items = List.copyOf(items);
  }
}
