package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The record that a portal's log proves to be the latest of a key, held against what a machine
 * knows.
 *
 * @param domain the portal
 * @param log the log of the key
 * @param shown the proof
 * @param proved what it shows
 */
record LatestRecord(
    String domain, LogName log, String primaryKey, LogProof shown, LogProof.Proved proved) {

  /** True if the checkpoint covers a record of this number. */
  boolean covers(long number) {
    return number <= proved.head().covered();
  }

  private long named() {
    return proved.latest().map(MapLeaf::number).orElse(0L);
  }

  /**
   * Refuses a record that is older than one that is known.
   *
   * @param key the key of the portal's log
   * @param chain gives the portal's statements of its keys that are known
   */
  void requireLatest(LogMemory known, DataItem item, NoteKey key, Supplier<KeyChain> chain) {
    requireNamesKnown(known, key, chain);
    long had = LogWatch.numberOf(known, log, primaryKey);
    if (item.number() < had) {
      throw TransparencyException.notLatest(domain, had, item.number());
    }
  }

  /** Refuses a map that names an older record than one that is known and covered. */
  private void requireNamesKnown(LogMemory known, NoteKey key, Supplier<KeyChain> chain) {
    Optional<LogMemory.Seen> seen = known.of(log.label(), primaryKey);
    long number = seen.map(LogMemory.Seen::number).orElse(0L);
    if (seen.isEmpty() || named() >= number || !covers(number)) {
      return;
    }
    NotLatestEvidence evidence =
        new NotLatestEvidence(
            key.text(),
            log.label(),
            primaryKey,
            shown,
            seen.get().proof(),
            seen.get().receipt(),
            statements(seen.get(), key, chain));
    String shows;
    try {
      shows = evidence.judge();
    } catch (TransparencyException e) {
      throw TransparencyException.notLatest(domain, number, named());
    }
    throw TransparencyException.proved(Code.NOT_LATEST, shows, evidence.text());
  }

  /** The statements that evidence needs for what shows the newer record; null for none. */
  private static @Nullable List<Bytes> statements(
      LogMemory.Seen newer, NoteKey key, Supplier<KeyChain> chain) {
    LogProof proof = newer.proof();
    if (proof != null) {
      return Histories.statements(chain, key, proof.head().note());
    }
    LogMemory.Kept receipt = newer.receipt();
    return receipt == null
        ? null
        : Histories.statements(chain, key, KeyStatement.read(receipt.statement()));
  }

  /**
   * Refuses a record that is covered and not the one that the map names.
   *
   * @param leaf its hash
   */
  void requireNamed(DataItem item, Bytes leaf) {
    if (proved.latest().filter(at -> isAt(at, item, leaf)).isEmpty()) {
      throw TransparencyException.badProof(
          "record "
              + item.number()
              + " is not the one that the map names as the latest of its key");
    }
  }

  /**
   * Refuses a denial of what is there: the key has no record, or its latest deleted the entry. That
   * of an account is not shown; it is later than the one that is known.
   *
   * @param key the key of the portal's log
   * @param chain gives the portal's statements of its keys that are known
   */
  void requireGone(
      LogMemory known, @Nullable DataItem deletion, NoteKey key, Supplier<KeyChain> chain) {
    requireNamesKnown(known, key, chain);
    long number = LogWatch.numberOf(known, log, primaryKey);
    boolean gone =
        proved
            .latest()
            .map(at -> log == LogName.PORTAL ? at.number() > number : isDeleted(at, deletion))
            .orElse(number == 0);
    if (!gone) {
      throw TransparencyException.withheld(domain, "entry that its log has");
    }
  }

  private static boolean isDeleted(MapLeaf at, @Nullable DataItem deletion) {
    return deletion != null && !deletion.live() && isAt(at, deletion, leaf(deletion));
  }

  private static boolean isAt(MapLeaf at, DataItem item, Bytes leaf) {
    return at.number() == item.number() && at.leafHash().equals(leaf);
  }

  /** The hash of a record of the mesh log. */
  static Bytes leaf(DataItem item) {
    return LogProof.leaf(LogName.MESH, item);
  }
}
