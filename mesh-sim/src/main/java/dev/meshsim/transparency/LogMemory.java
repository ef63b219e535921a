package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine's memory of a portal's log. Immutable; everything in it was verified before it was
 * remembered.
 *
 * @param head the last accepted checkpoint; null if there is none yet
 * @param seen the latest known records of the keys that the machine reads and writes, the one that
 *     was met last at the end; at most {@link #MOST_KEYS}
 * @param receipts the receipts of records that no checkpoint covers yet, oldest first; at most
 *     {@link #MOST_RECEIPTS}
 * @param witnessed the note of the last cosigned checkpoint, if witnesses are demanded; null if
 *     there is none
 * @param statements the portal's statements of its keys before the accepted one, newest first, by
 *     whose keys some of this may be signed; null if its keys were never changed
 */
public record LogMemory(
    @JsonProperty("Head") @Nullable HeadProof head,
    @JsonProperty("Seen") List<Seen> seen,
    @JsonProperty("Receipts") List<Kept> receipts,
    @JsonProperty("Witnessed") @Nullable String witnessed,
    @JsonProperty("Statements") @Nullable List<Bytes> statements) {

  /** The most keys that are remembered; the one that was not met for longest is forgotten. */
  public static final int MOST_KEYS = 64;

  /** The most receipts that are remembered; the oldest is forgotten. */
  public static final int MOST_RECEIPTS = 64;

  /** Nothing is remembered. */
  public static final LogMemory EMPTY = new LogMemory(null, List.of(), List.of(), null, null);

  /**
   * The latest known record of a key.
   *
   * @param log the label of the log
   * @param primaryKey the key
   * @param number the number of the record
   * @param proof the proof that it was the latest; null if only a receipt says so
   * @param receipt the receipt that says so; null if there is a proof
   */
  public record Seen(
      @JsonProperty("Log") String log,
      @JsonProperty("PrimaryKey") String primaryKey,
      @JsonProperty("Number") long number,
      @JsonProperty("Proof") @Nullable LogProof proof,
      @JsonProperty("Receipt") @Nullable Kept receipt) {

    /** Checks that nothing is missing. */
    public Seen {
      Objects.requireNonNull(log, "Log");
      Objects.requireNonNull(primaryKey, "PrimaryKey");
    }

    boolean isOf(String otherLog, String otherKey) {
      return log.equals(otherLog) && primaryKey.equals(otherKey);
    }
  }

  /**
   * A signed receipt with the statement of the key that signed it.
   *
   * @param statement the text of the portal's {@link dev.meshsim.protect.KeyStatement}
   * @param receipt the signed receipt
   */
  public record Kept(
      @JsonProperty("Statement") Bytes statement, @JsonProperty("Receipt") Bytes receipt) {

    /** Checks that nothing is missing. */
    public Kept {
      Objects.requireNonNull(statement, "Statement");
      Objects.requireNonNull(receipt, "Receipt");
    }
  }

  /** Copies the lists. */
  public LogMemory {
    seen = seen == null ? List.of() : List.copyOf(seen);
    receipts = receipts == null ? List.of() : List.copyOf(receipts);
    statements = statements == null || statements.isEmpty() ? null : List.copyOf(statements);
  }

  /** This memory with the statements of the portal's earlier keys, newest first. */
  public LogMemory withStatements(List<Bytes> earlier) {
    return new LogMemory(head, seen, receipts, witnessed, earlier);
  }

  /** The statements of the portal's earlier keys, newest first. */
  public List<Bytes> earlierStatements() {
    return statements == null ? List.of() : statements;
  }

  /** The latest known record of a key. */
  public Optional<Seen> of(String log, String primaryKey) {
    return seen.stream().filter(known -> known.isOf(log, primaryKey)).findFirst();
  }

  LogMemory with(HeadProof accepted) {
    return new LogMemory(accepted, seen, receipts, witnessed, statements);
  }

  LogMemory with(Seen met) {
    List<Seen> all = new ArrayList<>(seen);
    all.removeIf(known -> known.isOf(met.log(), met.primaryKey()));
    all.add(met);
    return new LogMemory(head, last(all, MOST_KEYS), receipts, witnessed, statements);
  }

  /** Without what is known of a key. */
  LogMemory without(String log, String primaryKey) {
    return new LogMemory(
        head,
        seen.stream().filter(known -> !known.isOf(log, primaryKey)).toList(),
        receipts,
        witnessed,
        statements);
  }

  LogMemory with(Kept receipt) {
    if (receipts.contains(receipt)) {
      return this;
    }
    List<Kept> all = new ArrayList<>(receipts);
    all.add(receipt);
    return new LogMemory(head, seen, last(all, MOST_RECEIPTS), witnessed, statements);
  }

  LogMemory withReceipts(List<Kept> open) {
    return new LogMemory(head, seen, open, witnessed, statements);
  }

  LogMemory withWitnessed(Note cosigned) {
    return new LogMemory(head, seen, receipts, cosigned.octets().utf8(), statements);
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
