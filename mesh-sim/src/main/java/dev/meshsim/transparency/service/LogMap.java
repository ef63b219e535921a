package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.PrefixTree;
import java.util.List;

/**
 * The map over the first records of a portal's store; immutable.
 *
 * @param covered the records that are in it: those numbered 1 to this
 * @param tree the map
 */
record LogMap(long covered, PrefixTree tree) {

  static final LogMap EMPTY = new LogMap(0, PrefixTree.EMPTY);

  private static final int BATCH = 128;

  /** The records after which the root is computed, which takes what is new out of the heap. */
  private static final int GROWN = 1 << 17;

  /** The map over more records of the store. */
  LogMap advance(PortalStore store, long to, MapHasher hasher) {
    LogTree hashes = store.tree();
    PrefixTree grown = tree;
    long at = covered;
    int added = 0;
    while (at < to) {
      List<RecordKey> keys = store.keysAfter(at, (int) Math.min(BATCH, to - at));
      if (keys.isEmpty()) {
        throw new IllegalStateException("the store has no record after " + at);
      }
      List<Bytes> leaves = hashes.leaves(keys.stream().mapToLong(RecordKey::number).toArray());
      for (int i = 0; i < keys.size(); i++) {
        RecordKey key = keys.get(i);
        at = key.number();
        if (!MapHead.is(key.log(), key.primaryKey())) {
          Bytes mapKey = MapKey.of(key.log().label(), key.primaryKey());
          grown = grown.with(new MapLeaf(mapKey, key.number(), leaves.get(i)));
          added++;
        }
      }
      if (added >= GROWN) {
        grown.root(hasher, hashes::leaves);
        added = 0;
      }
    }
    grown.root(hasher, hashes::leaves);
    return new LogMap(to, grown);
  }

  Bytes root() {
    return tree.root();
  }
}
