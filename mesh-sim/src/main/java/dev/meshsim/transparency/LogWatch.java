package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.VerifiedNotes;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One machine's watch on the log of one portal. Every answer must come with a checkpoint that
 * continues the remembered one, and with the proof that what was read is the latest record of its
 * key; what was written is in the log in time. After a failure the memory is as it was, so the next
 * answer fails too. Thread-safe.
 */
public final class LogWatch {

  /** The machine's memory of the log. */
  public interface Memory {

    /** The memory; empty at first contact. */
    Optional<LogMemory> load();

    /** Keeps it; durable when this returns. */
    void save(LogMemory memory);
  }

  /**
   * An exchange that has begun: what was known before the request was sent. An answer may be older
   * than what another exchange has learned in the meantime, but not older than this.
   */
  public record Asked(@Nullable HeadProof known, List<Long> numbers, @Nullable Instant witnessed) {

    /** Copies the list. */
    public Asked {
      numbers = List.copyOf(numbers);
    }

    /** The query that goes with the request. */
    public LogQuery query() {
      return new LogQuery(
          known == null ? 0 : CheckpointCheck.sizeOf(known), numbers, witnessed, null);
    }
  }

  private final String domain;
  private final LogKeys source;
  private final Memory memory;
  private final @Nullable WitnessDemand demand;
  private final VerifiedNotes notes = new VerifiedNotes();
  private @Nullable Hashed last;

  /** A record of the mesh log with its hash. */
  private record Hashed(DataItem item, Bytes leaf) {}

  /** Watches the log of a portal. */
  public LogWatch(String domain, LogKeys source, Memory memory) {
    this(domain, source, memory, null);
  }

  /** Watches the log of a portal, and demands that witnesses do. */
  public LogWatch(String domain, LogKeys source, Memory memory, @Nullable WitnessDemand demand) {
    this.domain = domain;
    this.source = source;
    this.memory = memory;
    this.demand = demand == null || !demand.isFor(domain) ? null : demand;
  }

  /** True if the machine has seen a checkpoint or a receipt of the log. */
  public boolean hasSeen() {
    return memory.load().isPresent();
  }

  private LogMemory known() {
    return memory.load().orElse(LogMemory.EMPTY);
  }

  /** Begins an exchange. */
  public Asked begin() {
    LogMemory now = known();
    return new Asked(
        now.head(),
        now.receipts().stream()
            .map(kept -> CheckpointCheck.receiptOf(kept).number())
            .distinct()
            .toList(),
        demand == null ? null : new WitnessCheck(domain, demand).latest(now));
  }

  /** The last accepted checkpoint. */
  public Optional<HeadProof> head() {
    return Optional.ofNullable(known().head());
  }

  /** The signed note of the last accepted checkpoint. */
  public Optional<String> checkpoint() {
    return head().map(HeadProof::checkpoint);
  }

  /** Remembers a checkpoint that continues an accepted one, see {@link HeadProof#checkAfter}. */
  public synchronized void accept(HeadProof next) {
    LogMemory before = known();
    HeadProof latest = before.head();
    if (latest == null || CheckpointCheck.sizeOf(latest) < CheckpointCheck.sizeOf(next)) {
      memory.save(before.with(next));
    }
  }

  /**
   * Checks what was read.
   *
   * @param asked from before the request was sent
   * @param item the record that the portal gave as the latest of the key
   * @param answer what its log says of it; null if nothing came
   * @param seen the checkpoint that the entry's signer has seen, if it names one
   * @throws TransparencyException {@code transparency.rolled-back}, {@code forked}, {@code
   *     not-latest} and {@code dropped} for what the portal did to its log; {@code withheld},
   *     {@code bad-proof} and {@code bad-receipt} if it shows nothing that can be checked
   */
  public synchronized void read(
      Asked asked,
      String primaryKey,
      DataItem item,
      @Nullable LogAnswer answer,
      Optional<String> seen) {
    if (answer == null) {
      throw TransparencyException.withheld(domain, "proof from its log with an entry");
    }
    Checked checked = check(asked, LogName.MESH, primaryKey, answer);
    seen.ifPresent(note -> checked.checkpoint().requireSeen(note, answer.seen(), notes));
    checked.latest().requireLatest(checked.now(), item, checked.checkpoint().key(), source::chain);
    save(
        checked.before(),
        withRecord(checked.now(), primaryKey, item, checked.latest(), answer.receipt()));
  }

  /**
   * Checks a refusal of what is not there: the log has no record of the key, or its latest deleted
   * the entry. The latest record of an account that was deleted is not shown, since it is the
   * portal's own; it is later than the one that the machine knows.
   *
   * @param answer what the log says of the key; null if nothing came
   * @throws TransparencyException as {@link #read}; {@code withheld} too if the key has a record
   */
  public synchronized void denied(
      Asked asked, LogName log, String primaryKey, @Nullable LogAnswer answer) {
    if (answer == null) {
      throw TransparencyException.withheld(domain, "proof that its log has no such entry");
    }
    Checked checked = check(asked, log, primaryKey, answer);
    checked
        .latest()
        .requireGone(checked.now(), answer.deletion(), checked.checkpoint().key(), source::chain);
    save(checked.before(), checked.now());
  }

  /**
   * Keeps the receipt of a record that ends what the machine knows of a key.
   *
   * @throws TransparencyException as {@link #wrote}
   */
  public synchronized void gone(LogName log, String key, Bytes receipt) {
    requireOf(receipt(receipt), log, key);
    memory.save(
        known().without(log.label(), key).with(new LogMemory.Kept(source.keys().text(), receipt)));
  }

  /**
   * Keeps the receipt of what was written.
   *
   * @param key the key of the record, or its beginning if it ends with a hyphen
   * @throws TransparencyException {@code transparency.bad-receipt} if it is of another record
   */
  public synchronized void wrote(LogName log, String key, Bytes receipt) {
    Receipt read = receipt(receipt);
    requireOf(read, log, key);
    LogMemory.Kept kept = new LogMemory.Kept(source.keys().text(), receipt);
    LogMemory before = known();
    LogMemory now = before.with(kept);
    if (numberOf(before, log, read.primaryKey()) < read.number()) {
      now = now.with(new LogMemory.Seen(log.label(), read.primaryKey(), read.number(), null, kept));
    }
    memory.save(now);
  }

  /** The keys of the log. */
  public LogKeys.OfPortal keys() {
    return source.of(domain);
  }

  /** An answer whose checkpoint continues the known one, with the memory before and after it. */
  private record Checked(
      LogMemory before, LogMemory now, CheckpointCheck checkpoint, LatestRecord latest) {}

  private Checked check(Asked asked, LogName log, String primaryKey, LogAnswer answer) {
    LogProof proof = answer.proof();
    Note note = proof.head().note();
    NoteKey key = source.keyOf(domain, note);
    LogProof.Proved proved =
        proof.check(note, notes.open(note, key), MapKey.of(log.label(), primaryKey));
    LogMemory before = known();
    CheckpointCheck check =
        new CheckpointCheck(domain, key, source::chain, proof.head(), proved.head());
    LogMemory now = check.accept(before, asked, answer);
    return new Checked(
        before,
        demand == null ? now : new WitnessCheck(domain, demand).accept(now, check, answer),
        check,
        new LatestRecord(domain, log, primaryKey, proof, proved));
  }

  private void save(LogMemory before, LogMemory now) {
    if (!now.equals(before)) {
      memory.save(now);
    }
  }

  /** The memory with a record that is proved, or that a receipt promises. */
  private LogMemory withRecord(
      LogMemory known,
      String primaryKey,
      DataItem item,
      LatestRecord latest,
      @Nullable Bytes signed) {
    long number = item.number();
    long had = numberOf(known, LogName.MESH, primaryKey);
    if (!item.primaryKey().equals(primaryKey)) {
      throw TransparencyException.badProof("the record is of another key");
    }
    boolean covered = latest.covers(number);
    LogMemory now = known;
    LogMemory.Kept kept = null;
    if (covered) {
      latest.requireNamed(item, leaf(item));
    } else {
      kept = promised(primaryKey, number, leaf(item), signed);
      now = now.with(kept);
    }
    return number == had
        ? now
        : now.with(
            new LogMemory.Seen(
                LogName.MESH.label(), primaryKey, number, covered ? latest.shown() : null, kept));
  }

  /** The hash of a record, which is kept: most answers are about a record that did not change. */
  private Bytes leaf(DataItem item) {
    Hashed known = last;
    if (known == null || !known.item().equals(item)) {
      known = new Hashed(item, LatestRecord.leaf(item));
      last = known;
    }
    return known.leaf();
  }

  private LogMemory.Kept promised(
      String primaryKey, long number, Bytes leaf, @Nullable Bytes signed) {
    if (signed == null) {
      throw TransparencyException.withheld(
          domain, "receipt for record " + number + ", which no checkpoint covers");
    }
    Receipt receipt = receipt(signed);
    requireOf(receipt, LogName.MESH, primaryKey);
    requirePromised(receipt, number, leaf);
    return new LogMemory.Kept(source.keys().text(), signed);
  }

  /** Reads a receipt by the known keys, or by those that the portal has now. */
  private Receipt receipt(Bytes signed) {
    try {
      return Receipt.read(signed, source.keys());
    } catch (TransparencyException e) {
      return Receipt.read(signed, source.askAgain());
    }
  }

  private static void requireOf(Receipt receipt, LogName log, String key) {
    boolean fits =
        key.endsWith("-") ? receipt.primaryKey().startsWith(key) : receipt.primaryKey().equals(key);
    if (!receipt.log().equals(log.label()) || !fits) {
      throw TransparencyException.badReceipt("it is of another key");
    }
  }

  private static void requirePromised(Receipt receipt, long number, Bytes leaf) {
    if (receipt.number() != number || !receipt.leafHash().equals(leaf)) {
      throw TransparencyException.badReceipt("it is of another record");
    }
  }

  static long numberOf(LogMemory known, LogName log, String primaryKey) {
    return known.of(log.label(), primaryKey).map(LogMemory.Seen::number).orElse(0L);
  }
}
