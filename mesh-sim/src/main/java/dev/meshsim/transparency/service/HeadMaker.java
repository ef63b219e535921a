package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the checkpoints of one log. A checkpoint is not stored: it is the signature of the tree up
 * to the last {@link MapHead} record, and Ed25519 signs equal texts equally. Thread-safe.
 */
final class HeadMaker {

  private final World world;
  private final String origin;
  private final PortalStore store;
  private final Supplier<NoteSigner> signer;
  private final CheckpointPolicy policy;
  private final ReentrantLock making = new ReentrantLock();
  private final MapHasher hasher = new MapHasher();
  private LogMap map = LogMap.EMPTY;
  private volatile @Nullable LogHead head;
  private volatile boolean loaded;
  private volatile @Nullable String putBack;

  HeadMaker(
      World world,
      String origin,
      PortalStore store,
      Supplier<NoteSigner> signer,
      CheckpointPolicy policy) {
    this.world = world;
    this.origin = origin;
    this.store = store;
    this.signer = signer;
    this.policy = policy;
  }

  /**
   * Makes a checkpoint if one is due; returns at once if another thread makes one.
   *
   * @throws TransparencyException {@code transparency.bad-tree} if the stored head of the map is
   *     not that of the records
   */
  void makeIfDue() {
    follow();
    if (loaded && !isDue()) {
      return;
    }
    if (!making.tryLock()) {
      return;
    }
    try {
      load();
      if (isDue()) {
        make();
      }
    } finally {
      making.unlock();
    }
  }

  /**
   * Takes a checkpoint that another process on the store has made. A reader may know it already,
   * and must not be shown a smaller one.
   */
  private void follow() {
    if (!loaded || !store.isShared() || storedNumber() == known()) {
      return;
    }
    making.lock();
    try {
      if (requireContinued()) {
        store
            .transact(HeadMaker::latest)
            .filter(item -> item.number() != known())
            .ifPresent(item -> use(item, MapHead.read(item)));
      }
    } finally {
      making.unlock();
    }
  }

  /** A hash tile, if the last checkpoint or an earlier one needs it. */
  Optional<Bytes> tile(String path) {
    follow();
    if (putBack != null) {
      return Optional.empty();
    }
    long size = last().map(LogHead::size).orElse(0L);
    return Tile.parse(path).filter(tile -> tile.isIn(size)).map(tile -> tile.content(store.tree()));
  }

  private long storedNumber() {
    return store.transact(HeadMaker::latest).map(DataItem::number).orElse(0L);
  }

  /** The size of the last checkpoint that this process knows; 0 for none. */
  private long known() {
    LogHead last = head;
    return last == null ? 0 : last.size();
  }

  /**
   * Compares the last checkpoint of this process with the store, which another process may have put
   * back to an older copy.
   *
   * @return false if the store does not continue it; then no further checkpoint is made
   */
  private boolean requireContinued() {
    LogHead last = head;
    if (last != null && putBack == null) {
      putBack = LogAudit.compare(store, last.checkpoint()).orElse(null);
    }
    return putBack == null;
  }

  /** The reason why the store does not continue the last checkpoint; empty if it does. */
  Optional<String> putBack() {
    return Optional.ofNullable(putBack);
  }

  /** Makes a checkpoint that covers every record of now, also if none is due or there is none. */
  void makeNow() {
    making.lock();
    try {
      if (last().isEmpty() || next().isPresent()) {
        make();
      }
    } finally {
      making.unlock();
    }
  }

  private boolean isDue() {
    LogHead last = head;
    long records = store.tree().size() - known();
    return records > 0
        && putBack == null
        && (last == null
            || records >= policy.records()
            || !world.now().isBefore(last.time().plus(policy.interval())));
  }

  /** The last checkpoint, if there is one. */
  Optional<LogHead> last() {
    if (!loaded) {
      making.lock();
      try {
        load();
      } finally {
        making.unlock();
      }
    }
    return Optional.ofNullable(head).map(this::signedByThePresentKey);
  }

  /** The checkpoint is signed again after the key was changed. */
  private LogHead signedByThePresentKey(LogHead known) {
    NoteSigner present = signer.get();
    if (known.note().signatureOf(present.key()).isPresent()) {
      return known;
    }
    LogHead again = known.signed(present.sign(known.checkpoint().text()));
    making.lock();
    try {
      if (known.equals(head)) {
        head = again;
      }
    } finally {
      making.unlock();
    }
    return again;
  }

  /** When the next checkpoint is due if nothing is written until then; empty if none is. */
  Optional<Instant> next() {
    return last()
        .filter(known -> store.tree().size() > known.size())
        .map(known -> known.time().plus(policy.interval()));
  }

  static Instant notBefore(DataItem item, Instant now) {
    return now.isAfter(item.added()) ? now : item.added();
  }

  private static Optional<DataItem> latest(PortalStore.Transaction tx) {
    return tx.latest(LogName.PORTAL, MapHead.KEY);
  }

  /** Finds the last checkpoint of the store; another process may have made it. */
  private void load() {
    if (!loaded) {
      store.transact(HeadMaker::latest).ifPresent(item -> use(item, MapHead.read(item)));
      loaded = true;
    }
  }

  private void use(DataItem item, MapHead mapHead) {
    map = map.advance(store, mapHead.size(), hasher);
    Bytes root = map.root();
    if (!root.equals(mapHead.root())) {
      throw TransparencyException.badTree(
          "the records lead to another map than " + item.transactionId() + " says");
    }
    Checkpoint checkpoint = new Checkpoint(origin, store.tree().head(item.number()));
    head = new LogHead(checkpoint, signer.get().sign(checkpoint.text()), item, mapHead, map.tree());
  }

  /** Writes a head of the map over all durable records, and signs the tree up to it. */
  private void make() {
    if (store.isShared() && !requireContinued()) {
      return;
    }
    LogMap covering = map.advance(store, store.tree().size(), hasher);
    MapHead mapHead = new MapHead(covering.covered(), covering.root());
    LogHead before = head;
    long known = known();
    Instant now = world.now();
    boolean mine =
        store.transact(
            tx -> {
              Optional<DataItem> latest = latest(tx);
              long stored = latest.map(DataItem::number).orElse(0L);
              if (stored != known) {
                return false;
              }
              // No checkpoint is earlier than a smaller one, also if the clock is set back:
              // evidence compares them.
              Instant at = latest.map(item -> notBefore(item, now)).orElse(now);
              tx.put(mapHead.change(stored == 0, at));
              return true;
            });
    if (mine) {
      map = covering;
    } else if (before != null) {
      // Another process on the store has made one; its map covers at least as much as ours did.
      map = new LogMap(before.mapHead().size(), before.map());
    }
    store.transact(HeadMaker::latest).ifPresent(item -> use(item, MapHead.read(item)));
  }
}
