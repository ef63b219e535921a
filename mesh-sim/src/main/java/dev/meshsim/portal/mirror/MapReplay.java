package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.PrefixTree;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The map of the latest records, computed from the records one after the other. Each head of the
 * map in the log must be the one that is computed here.
 */
final class MapReplay {

  private static final int BATCH = 128;

  private final LogTree copy;
  private final MapHasher hasher = new MapHasher();
  private final Deque<MapLeaf> uncovered = new ArrayDeque<>();
  private final Map<Bytes, Long> latest = new HashMap<>();
  private PrefixTree map = PrefixTree.EMPTY;
  private long head;

  private MapReplay(LogTree copy) {
    this.copy = copy;
  }

  /** The map over the records of a copy, whose heads were checked when they were written. */
  static MapReplay of(PortalStore copy) {
    LogTree tree = copy.tree();
    MapReplay replay = new MapReplay(tree);
    long size = tree.size();
    for (long at = 0; at < size; ) {
      List<RecordKey> keys = copy.keysAfter(at, (int) Math.min(BATCH, size - at));
      List<Bytes> leaves = tree.leaves(keys.stream().mapToLong(RecordKey::number).toArray());
      for (int i = 0; i < keys.size(); i++) {
        RecordKey key = keys.get(i);
        at = key.number();
        if (MapHead.is(key.log(), key.primaryKey())) {
          replay.cover(at);
          replay.head = at;
        } else {
          Bytes mapKey = MapKey.of(key.log().label(), key.primaryKey());
          replay.append(new MapLeaf(mapKey, at, leaves.get(i)));
        }
      }
    }
    replay.map.root(replay.hasher, tree::leaves);
    return replay;
  }

  /**
   * Adds the next record.
   *
   * @return true if it is a head of the map, which is the right one
   * @throws TransparencyException {@code transparency.false-map} if it is a head of another map,
   *     {@code transparency.bad-proof} if it names another record than the one before of its key
   */
  boolean add(TransferAnswer.Proved record) {
    DataItem item = record.item();
    if (MapHead.is(record.log(), item.primaryKey())) {
      requirePrior(item, head);
      requireHead(item);
      head = item.number();
      return true;
    }
    Bytes key = MapKey.of(record.log().label(), item.primaryKey());
    Long before = latest.get(key);
    requirePrior(item, before == null ? map.latest(key) : before);
    append(new MapLeaf(key, item.number(), record.leaf()));
    return false;
  }

  private void append(MapLeaf leaf) {
    uncovered.add(leaf);
    latest.put(leaf.key(), leaf.number());
  }

  /** Puts the records up to a number into the map. */
  private void cover(long size) {
    while (!uncovered.isEmpty() && uncovered.getFirst().number() <= size) {
      MapLeaf leaf = uncovered.removeFirst();
      map = map.with(leaf);
      latest.remove(leaf.key(), leaf.number());
    }
  }

  private static void requirePrior(DataItem item, long before) {
    String prior = item.priorTransactionId();
    if (before != (prior == null ? 0 : DataItem.numberOf(prior))) {
      throw TransparencyException.badProof(
          item.transactionId()
              + " does not name the record before of its key, which is "
              + (before == 0 ? "none" : DataItem.PREFIX + before));
    }
  }

  private void requireHead(DataItem item) {
    MapHead named;
    try {
      named = MapHead.read(item);
    } catch (TransparencyException e) {
      throw TransparencyException.falseMap(item.number(), e.problem());
    }
    if (named.size() < head) {
      throw TransparencyException.falseMap(
          item.number(), "its map does not cover the records of the checkpoint before");
    }
    cover(named.size());
    Bytes root = map.root(hasher, copy::leaves);
    if (!root.equals(named.root())) {
      throw TransparencyException.falseMap(
          item.number(), "the records lead to the root " + root.hex());
    }
  }
}
