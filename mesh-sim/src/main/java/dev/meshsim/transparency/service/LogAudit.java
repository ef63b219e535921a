package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An audit of a portal's whole log: every head of the map is computed again from the records below
 * it. The store's own check compares the tree with the records.
 */
public final class LogAudit {

  private static final int PAGE = 500;

  private final PortalStore store;
  private final MapHasher hasher = new MapHasher();
  private LogMap map = LogMap.EMPTY;
  private long before;

  private LogAudit(PortalStore store) {
    this.store = store;
  }

  /**
   * A checkpoint that the log has.
   *
   * @param tree size and root
   * @param time when it was made
   * @param covered the records in its map
   * @param keys the keys in its map
   * @param problem the reason why it is wrong; null if it is right
   */
  public record Entry(
      TreeHead tree, Instant time, long covered, long keys, @Nullable String problem) {}

  /**
   * The result.
   *
   * @param tree size and root of the log as it is now
   * @param checkpoints oldest first
   */
  public record Result(TreeHead tree, List<Entry> checkpoints) {

    /** True if every checkpoint is right. */
    public boolean sound() {
      return checkpoints.stream().allMatch(entry -> entry.problem() == null);
    }
  }

  /** Reads the whole store. */
  public static Result of(PortalStore store) {
    return new LogAudit(store).run();
  }

  /**
   * Compares a signed checkpoint with a log.
   *
   * @return the reason why it is not one of this log; empty if it is
   */
  public static Optional<String> compare(PortalStore store, Checkpoint signed) {
    long size = signed.tree().size();
    if (size > store.tree().size()) {
      return Optional.of(
          "the checkpoint has " + size + " records, the log only " + store.tree().size());
    }
    return store.tree().head(size).equals(signed.tree())
        ? Optional.empty()
        : Optional.of("the first " + size + " records of the log have another root");
  }

  private Result run() {
    List<Entry> entries = new ArrayList<>();
    long last = store.tree().size();
    long at = 0;
    while (at < last) {
      // All records of the key, since a Delete would hide those before it.
      for (RecordKey key : store.keysAfter(at, (int) Math.min(PAGE, last - at))) {
        at = key.number();
        if (MapHead.is(key.log(), key.primaryKey())) {
          entries.add(entry(store.record(key.log(), at).orElseThrow()));
          before = at;
        }
      }
    }
    return new Result(store.tree().head(last), entries);
  }

  private Entry entry(DataItem item) {
    TreeHead tree = store.tree().head(item.number());
    try {
      MapHead head = MapHead.read(item);
      if (head.size() < before) {
        return new Entry(
            tree,
            item.added(),
            head.size(),
            0,
            "its map does not cover the records of the checkpoint before");
      }
      map = map.advance(store, head.size(), hasher);
      Bytes root = map.root();
      return new Entry(
          tree,
          item.added(),
          head.size(),
          map.tree().size(),
          root.equals(head.root()) ? null : "the root of its map is another one: " + root.hex());
    } catch (TransparencyException e) {
      return new Entry(tree, item.added(), 0, 0, e.problem());
    }
  }
}
