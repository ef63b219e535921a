package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
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
 * The checkpoints of one portal's log. There is no thread: {@link #makeIfDue} is called with each
 * request. A checkpoint is not stored: it is the signature of the tree up to the last {@link
 * MapHead} record, and Ed25519 signs equal texts equally. Thread-safe.
 */
public final class PortalLog {

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

  /**
   * The checkpoints of the log in a store.
   *
   * @param origin the domain of the portal
   * @param signer gives the present key of the log
   */
  public PortalLog(
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
  public void makeIfDue() {
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

  private boolean isDue() {
    LogHead last = head;
    long records = store.tree().size() - (last == null ? 0 : last.size());
    return records > 0
        && (last == null
            || records >= policy.records()
            || !world.now().isBefore(last.time().plus(policy.interval())));
  }

  /** The last checkpoint, if there is one. */
  public Optional<LogHead> last() {
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

  /**
   * A published part of the log (C2SP tlog-tiles). A tile is there if the last checkpoint needs it,
   * or an earlier one did.
   *
   * @param path {@code checkpoint} or that of a hash tile
   */
  public Optional<Bytes> published(String path) {
    if (path.equals("checkpoint")) {
      makeIfDue();
      return last().map(known -> known.note().octets());
    }
    long size = last().map(LogHead::size).orElse(0L);
    return Tile.parse(path).filter(tile -> tile.isIn(size)).map(tile -> tile.content(store.tree()));
  }

  /** When the next checkpoint is due if nothing is written until then; empty if none is. */
  public Optional<Instant> next() {
    return last()
        .filter(known -> store.tree().size() > known.size())
        .map(known -> known.time().plus(policy.interval()));
  }

  private static Optional<DataItem> latest(PortalStore.Transaction tx) {
    return tx.latest(LogName.PORTAL, MapHead.KEY);
  }

  /** Finds the last checkpoint of the store; another process may have made it. */
  private void load() {
    if (!loaded) {
      store.transact(PortalLog::latest).ifPresent(item -> use(item, MapHead.read(item)));
      loaded = true;
    }
  }

  private void use(DataItem item, MapHead mapHead) {
    map = map.advance(store, mapHead.size(), hasher);
    Bytes root = map.root(hasher);
    if (!root.equals(mapHead.root())) {
      throw TransparencyException.badTree(
          "the records lead to another map than " + item.transactionId() + " says");
    }
    Checkpoint checkpoint = new Checkpoint(origin, store.tree().head(item.number()));
    head =
        new LogHead(
            checkpoint, signer.get().sign(checkpoint.text()), item.added(), mapHead, map.tree());
  }

  /** Writes a head of the map over all durable records, and signs the tree up to it. */
  private void make() {
    LogMap covering = map.advance(store, store.tree().size(), hasher);
    MapHead mapHead = new MapHead(covering.covered(), covering.root(hasher));
    LogHead before = head;
    long known = before == null ? 0 : before.size();
    Instant now = world.now();
    boolean mine =
        store.transact(
            tx -> {
              long stored = latest(tx).map(DataItem::number).orElse(0L);
              if (stored != known) {
                return false;
              }
              tx.put(mapHead.change(stored == 0, now));
              return true;
            });
    if (mine) {
      map = covering;
    } else if (before != null) {
      // Another process on the store has made one; its map covers at least as much as ours did.
      map = new LogMap(before.mapHead().size(), before.map());
    }
    store.transact(PortalLog::latest).ifPresent(item -> use(item, MapHead.read(item)));
  }
}
