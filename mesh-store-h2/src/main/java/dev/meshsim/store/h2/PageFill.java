package dev.meshsim.store.h2;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStoreException;
import dev.meshsim.log.RecordPage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills one page of a request by several queries, so that each result is small. */
final class PageFill {

  /** A query for rows. */
  @FunctionalInterface
  interface Source {
    /** Returns the next rows whose order is {@code from} or more, in that order, up to a limit. */
    List<RecordRow> rows(long from, int limit) throws SQLException;
  }

  private static final int ROWS = 64;

  private final PageRequest range;
  private final List<DataItem> items = new ArrayList<>();
  private long octets;
  private @Nullable String next;

  private PageFill(PageRequest range) {
    this.range = range;
  }

  static RecordPage of(PageRequest range, Source source) throws SQLException {
    PageFill fill = new PageFill(range);
    long from = parse(range.pageKey());
    int limit = range.maxItems() < ROWS ? range.maxItems() + 1 : ROWS;
    while (true) {
      List<RecordRow> rows = source.rows(from, limit);
      for (RecordRow row : rows) {
        if (!fill.takes(row)) {
          return new RecordPage(fill.items, fill.next);
        }
        from = row.order() + 1;
      }
      if (rows.size() < limit) {
        return new RecordPage(fill.items, null);
      }
    }
  }

  private boolean takes(RecordRow row) {
    long size = row.textOctets();
    boolean full =
        items.size() == range.maxItems() || (!items.isEmpty() && size > range.maxOctets() - octets);
    if (full) {
      next = Long.toString(row.order());
      return false;
    }
    octets += size;
    items.add(row.item());
    return true;
  }

  private static long parse(@Nullable String pageKey) {
    if (pageKey == null) {
      return 0;
    }
    if (!pageKey.matches("[0-9]{1,18}")) {
      throw PortalStoreException.badPageKey(pageKey);
    }
    return Long.parseLong(pageKey);
  }
}
