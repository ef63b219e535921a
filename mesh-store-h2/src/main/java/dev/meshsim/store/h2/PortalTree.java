package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogTree;
import dev.meshsim.store.h2.database.SqlStore;
import java.util.List;

/** The tree in a portal's tables, as a reader of the store sees it. */
final class PortalTree implements LogTree {

  private final SqlStore store;

  PortalTree(SqlStore store) {
    this.store = store;
  }

  @Override
  public long size() {
    return store.read((session, snapshot) -> snapshot);
  }

  /** Rows are never changed, so a reader need not wait for later ones to be durable. */
  @Override
  public List<Bytes> read(long[] indexes) {
    return store.readAhead((session, snapshot) -> TreeRows.of(session).read(indexes));
  }
}
