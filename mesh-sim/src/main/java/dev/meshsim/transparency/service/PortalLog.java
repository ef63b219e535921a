package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.Receipt;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.VerifiedNotes;
import dev.meshsim.transparency.peer.PeerChain;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The verifiable log of one portal: its checkpoints, the proofs that go with answers, and those who
 * vouch for it. There is no thread: {@link #makeIfDue} is called with each request, {@link #tend}
 * now and then. Thread-safe.
 */
public final class PortalLog {

  /** The time that a checkpoint may be late, by the clock of another process too. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final World world;
  private final String origin;
  private final PortalStore store;
  private final Supplier<NoteSigner> signer;
  private final CheckpointPolicy policy;
  private final @Nullable LogPartners partners;
  private final HeadMaker heads;
  private final @Nullable Cosigning cosigning;
  private final @Nullable PeerRounds rounds;
  private final VerifiedNotes notes = new VerifiedNotes();
  private volatile @Nullable String putBack;

  /** The checkpoints of the log in a store, that nobody else vouches for. */
  public PortalLog(
      World world,
      String origin,
      PortalStore store,
      Supplier<NoteSigner> signer,
      CheckpointPolicy policy) {
    this(world, origin, store, signer, policy, null);
  }

  /**
   * The checkpoints of the log in a store.
   *
   * @param origin the domain of the portal
   * @param signer gives the present key of the log
   * @param partners its witnesses and peers; null for none
   */
  public PortalLog(
      World world,
      String origin,
      PortalStore store,
      Supplier<NoteSigner> signer,
      CheckpointPolicy policy,
      @Nullable LogPartners partners) {
    this.world = world;
    this.origin = origin;
    this.store = store;
    this.signer = signer;
    this.policy = policy;
    this.partners = partners;
    this.heads = new HeadMaker(world, origin, store, signer, policy);
    this.cosigning =
        partners == null || !partners.policy().needsWitnesses()
            ? null
            : new Cosigning(world, store.tree(), partners, this::isAhead);
    this.rounds =
        partners == null || partners.peers().isEmpty()
            ? null
            : new PeerRounds(world, store, partners);
  }

  /**
   * Does what is due besides the requests: makes a checkpoint, which a portal with witnesses needs
   * before its first record too, and asks witnesses and peers. No request waits for it.
   *
   * @param executor runs the questions to witnesses and peers, each of which may take long
   */
  public void tend(Executor executor) {
    makeIfDue();
    if (heads.putBack().isPresent()) {
      return;
    }
    if (cosigning != null && last().isEmpty()) {
      makeNow();
    }
    Optional<LogHead> newest = last();
    if (cosigning != null && newest.isPresent()) {
      cosigning.tend(newest.get().note(), executor);
    }
    if (rounds != null) {
      rounds.tend(executor);
    }
  }

  /** A witness has a checkpoint of more records than the log: it was put back. */
  private void isAhead(Note cosigned) {
    compare(cosigned.octets().utf8()).ifPresent(reason -> putBack = reason);
  }

  /**
   * The reason why the log is not the one that a witness has seen, or that this portal has shown
   * itself: it was put back to an older state, and must not go on. Empty if all is well.
   */
  public Optional<String> putBack() {
    return Optional.ofNullable(putBack).or(heads::putBack);
  }

  /**
   * The checkpoint that is published: the last one, or the last that enough witnesses have
   * cosigned. Empty if there is none yet.
   */
  public Optional<Note> publishedCheckpoint() {
    return cosigning == null ? last().map(LogHead::note) : cosigned();
  }

  /** The last checkpoint that enough witnesses have cosigned, signed by the present key too. */
  private Optional<Note> cosigned() {
    if (cosigning == null) {
      return Optional.empty();
    }
    return cosigning
        .published()
        .map(
            note -> {
              NoteSigner present = signer.get();
              return note.signatureOf(present.key()).isPresent()
                  ? note
                  : note.with(present.sign(note.text()).signatures().get(0));
            });
  }

  /** When the checkpoint of a size was made. */
  public Optional<Instant> madeAt(long size) {
    return store.record(LogName.PORTAL, size).map(DataItem::added);
  }

  /** The chains of proofs to the checkpoints of the peers; none if there is no checkpoint yet. */
  public List<PeerChain> chains() {
    Optional<LogHead> known = last();
    if (partners == null || known.isEmpty()) {
      return List.of();
    }
    return new ProofMaker(store.tree(), known.get()).chains(store, partners.peers());
  }

  /**
   * Makes a checkpoint if one is due; returns at once if another thread makes one.
   *
   * @throws TransparencyException {@code transparency.bad-tree} if the stored head of the map is
   *     not that of the records
   */
  public void makeIfDue() {
    heads.makeIfDue();
  }

  /** Makes a checkpoint of all records, also if none is due or there is none. */
  public void makeNow() {
    heads.makeNow();
  }

  /** The last checkpoint. */
  public Optional<LogHead> last() {
    return heads.last();
  }

  /** When the next checkpoint is due if nothing is written until then; empty if none is. */
  public Optional<Instant> next() {
    return heads.next();
  }

  /**
   * A published part of the log (C2SP tlog-tiles). A tile is there if the last checkpoint or an
   * earlier one needs it. A log that was put back publishes nothing.
   *
   * @param path {@code checkpoint} or that of a hash tile
   */
  public Optional<Bytes> published(String path) {
    if (!path.equals("checkpoint")) {
      return heads.tile(path);
    }
    makeIfDue();
    return putBack().isPresent() ? Optional.empty() : publishedCheckpoint().map(Note::octets);
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
                        seen.flatMap(this::sizeOf).orElse(0L),
                        witnessed(query.witnessed())));
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

  /** The cosigned checkpoint, if its last cosignature is later than a time. */
  private Optional<Note> witnessed(@Nullable Instant after) {
    return after == null || partners == null
        ? Optional.empty()
        : cosigned()
            .filter(
                note ->
                    partners.policy().latest(note).filter(last -> last.isAfter(after)).isPresent());
  }

  private Optional<Long> sizeOf(String signedNote) {
    try {
      return Optional.of(open(signedNote).tree().size());
    } catch (TransparencyException e) {
      return Optional.empty();
    }
  }

  private Checkpoint open(String signedNote) {
    return notes.open(Note.parse(Bytes.utf8(signedNote)), signer.get().key());
  }

  /**
   * The receipt of a record of the log. Its times are not before the last checkpoint's.
   *
   * @param log the log of the record
   */
  public Receipt receipt(LogName log, DataItem item) {
    Instant now = world.now();
    Instant time = last().map(known -> HeadMaker.notBefore(known.record(), now)).orElse(now);
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
}
