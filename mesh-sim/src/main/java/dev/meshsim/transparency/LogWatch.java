package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.tree.TreeHasher;
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

  /** The way to the portal. */
  public interface Source {

    /** The statement of the portal's keys that the machine accepts. */
    KeyStatement keys();

    /** Asks the portal for its keys again; they must follow the accepted ones. */
    KeyStatement askAgain();
  }

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
  public record Asked(@Nullable HeadProof known, List<Long> numbers) {

    /** Copies the list. */
    public Asked {
      numbers = List.copyOf(numbers);
    }

    /** The query that goes with the request. */
    public LogQuery query() {
      return new LogQuery(known == null ? 0 : CheckpointCheck.sizeOf(known), numbers);
    }
  }

  private final String domain;
  private final Source source;
  private final Memory memory;

  /** Watches the log of a portal. */
  public LogWatch(String domain, Source source, Memory memory) {
    this.domain = domain;
    this.source = source;
    this.memory = memory;
  }

  /** True if the machine has seen a checkpoint or a receipt of the log. */
  public boolean hasSeen() {
    return memory.load().isPresent();
  }

  private LogMemory known() {
    return memory.load().orElse(LogMemory.EMPTY);
  }

  /** True if the machine knows a record of a key. */
  public boolean knows(LogName log, String primaryKey) {
    return known().of(log.label(), primaryKey).isPresent();
  }

  /** Begins an exchange. */
  public Asked begin() {
    LogMemory now = known();
    return new Asked(
        now.head(),
        now.receipts().stream()
            .map(kept -> CheckpointCheck.receiptOf(kept).number())
            .distinct()
            .toList());
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
    LogProof proof = answer.proof();
    NoteKey key = keyOf(Note.parse(Bytes.utf8(proof.head().checkpoint())));
    LogProof.Proved proved = proof.check(key, MapKey.of(LogName.MESH.label(), primaryKey));
    LogMemory before = known();
    CheckpointCheck check = new CheckpointCheck(domain, key, proof.head(), proved.head());
    LogMemory now = check.accept(before, asked, answer);
    seen.ifPresent(note -> check.requireSeen(note, answer.seen()));
    requireLatest(now, key, primaryKey, proof, proved);
    now = withRecord(now, primaryKey, item, proof, proved, answer.receipt());
    if (!now.equals(before)) {
      memory.save(now);
    }
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

  /** The key of the log; the portal is asked again if a checkpoint is signed by another one. */
  public NoteKey keyOf(Note note) {
    NoteKey known = logKey(source.keys());
    return note.signatureOf(known).isPresent() ? known : logKey(source.askAgain());
  }

  private NoteKey logKey(KeyStatement keys) {
    return keys.log().orElseThrow(() -> TransparencyException.withheld(domain, "key of its log"));
  }

  /** Refuses a map that names an older record than one that is known and covered. */
  private void requireLatest(
      LogMemory known, NoteKey key, String primaryKey, LogProof shown, LogProof.Proved proved) {
    Optional<LogMemory.Seen> seen = known.of(LogName.MESH.label(), primaryKey);
    long number = seen.map(LogMemory.Seen::number).orElse(0L);
    long named = proved.latest().map(MapLeaf::number).orElse(0L);
    if (seen.isEmpty() || named >= number || number > proved.head().covered()) {
      return;
    }
    NotLatestEvidence evidence =
        new NotLatestEvidence(
            key.text(),
            LogName.MESH.label(),
            primaryKey,
            shown,
            seen.get().proof(),
            seen.get().receipt());
    String shows;
    try {
      shows = evidence.judge();
    } catch (TransparencyException e) {
      throw TransparencyException.notLatest(domain, number, named);
    }
    throw TransparencyException.proved(Code.NOT_LATEST, shows, evidence.text());
  }

  /** The memory with a record that is proved, or that a receipt promises. */
  private LogMemory withRecord(
      LogMemory known,
      String primaryKey,
      DataItem item,
      LogProof proof,
      LogProof.Proved proved,
      @Nullable Bytes signed) {
    Bytes leaf = leaf(item);
    long number = item.number();
    long had = numberOf(known, LogName.MESH, primaryKey);
    if (!item.primaryKey().equals(primaryKey)) {
      throw TransparencyException.badProof("the record is of another key");
    }
    if (number < had) {
      throw TransparencyException.notLatest(domain, had, number);
    }
    boolean covered = number <= proved.head().covered();
    LogMemory now = known;
    LogMemory.Kept kept = null;
    if (covered) {
      if (proved
          .latest()
          .filter(at -> at.number() == number && at.leafHash().equals(leaf))
          .isEmpty()) {
        throw TransparencyException.badProof(
            "record " + number + " is not the one that the map names as the latest of its key");
      }
    } else {
      kept = promised(primaryKey, number, leaf, signed);
      now = now.with(kept);
    }
    return number == had
        ? now
        : now.with(
            new LogMemory.Seen(
                LogName.MESH.label(), primaryKey, number, covered ? proof : null, kept));
  }

  private LogMemory.Kept promised(
      String primaryKey, long number, Bytes leaf, @Nullable Bytes signed) {
    if (signed == null) {
      throw TransparencyException.withheld(
          domain, "receipt for record " + number + ", which no checkpoint covers");
    }
    Receipt receipt = receipt(signed);
    requireOf(receipt, LogName.MESH, primaryKey);
    if (receipt.number() != number || !receipt.leafHash().equals(leaf)) {
      throw TransparencyException.badReceipt("it is of another record");
    }
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

  private static long numberOf(LogMemory known, LogName log, String primaryKey) {
    return known.of(log.label(), primaryKey).map(LogMemory.Seen::number).orElse(0L);
  }

  private static Bytes leaf(DataItem item) {
    try {
      return new TreeHasher().leaf(LineWriter.record(LogName.MESH, item));
    } catch (MeshException e) {
      throw TransparencyException.badProof(e.problem());
    }
  }
}
