package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.time.Duration;
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

  /** The time that a checkpoint may be late, also by the clock of another process on the store. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

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

  /** Makes a checkpoint that covers every record of now, also if none is due or there is none. */
  public void makeNow() {
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

  /**
   * Answers a reader: proofs of the last checkpoint.
   *
   * @param log the log of the key
   * @param seen the signed note that the entry's signer has seen, if it names one
   * @return empty if there is no checkpoint yet
   */
  public Optional<LogAnswer> answer(
      LogName log, String primaryKey, LogQuery query, Optional<String> seen) {
    return last()
        .map(
            known ->
                new ProofMaker(store.tree(), known)
                    .answer(
                        MapKey.of(log.label(), primaryKey),
                        query,
                        seen.flatMap(this::sizeOf).orElse(0L)));
  }

  /**
   * A checkpoint with its last record, for the proofs of a Transfer.
   *
   * @param size its size; null for the last one
   * @return empty if this log has made none of that size
   */
  public Optional<HeadProof> checkpoint(@Nullable Long size) {
    return last()
        .filter(known -> size == null || size <= known.size())
        .flatMap(
            known ->
                size == null || size == known.size()
                    ? Optional.of(
                        ProofMaker.headProof(store.tree().proofs(), known.note(), known.record()))
                    : ProofMaker.earlier(store, origin, signer.get(), size));
  }

  private Optional<Long> sizeOf(String signedNote) {
    try {
      return Optional.of(open(signedNote).tree().size());
    } catch (TransparencyException e) {
      return Optional.empty();
    }
  }

  private Checkpoint open(String signedNote) {
    return Checkpoint.open(Note.parse(Bytes.utf8(signedNote)), signer.get().key());
  }

  /** When the next checkpoint is due if nothing is written until then; empty if none is. */
  public Optional<Instant> next() {
    return last()
        .filter(known -> store.tree().size() > known.size())
        .map(known -> known.time().plus(policy.interval()));
  }

  private static Instant notBefore(DataItem item, Instant now) {
    return now.isAfter(item.added()) ? now : item.added();
  }

  /**
   * The receipt of a record of the log. Its times are not before the last checkpoint's.
   *
   * @param log the log of the record
   */
  public Receipt receipt(LogName log, DataItem item) {
    Instant now = world.now();
    Instant time = last().map(known -> notBefore(known.record(), now)).orElse(now);
    return new Receipt(
        origin,
        log.label(),
        item.primaryKey(),
        item.number(),
        store.tree().proofs().leaf(item.number() - 1),
        time,
        time.plus(policy.interval()).plus(MARGIN));
  }

  /**
   * Compares a checkpoint that a client has seen with the log.
   *
   * @param signedNote the note; one that the present key has not signed says nothing
   * @return the reason why it is not one of this log; empty if it may be
   */
  public Optional<String> compare(String signedNote) {
    if (last().filter(known -> known.note().octets().utf8().equals(signedNote)).isPresent()) {
      return Optional.empty();
    }
    Checkpoint seen;
    try {
      seen = open(signedNote);
    } catch (TransparencyException e) {
      return Optional.empty();
    }
    return LogAudit.compare(store, seen);
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
    head = new LogHead(checkpoint, signer.get().sign(checkpoint.text()), item, mapHead, map.tree());
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
    store.transact(PortalLog::latest).ifPresent(item -> use(item, MapHead.read(item)));
  }
}
