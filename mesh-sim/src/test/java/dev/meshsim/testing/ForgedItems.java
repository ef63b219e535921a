package dev.meshsim.testing;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import org.jspecify.annotations.Nullable;

/** Records as a portal that lies may give them. */
public final class ForgedItems {

  private ForgedItems() {}

  /** A record with another text. */
  public static DataItem withText(DataItem item, @Nullable Bytes text) {
    return new DataItem(
        item.transactionId(),
        item.primaryKey(),
        item.priorTransactionId(),
        item.action(),
        item.added(),
        item.keys(),
        text,
        item.pending(),
        item.commit(),
        item.rollback());
  }
}
