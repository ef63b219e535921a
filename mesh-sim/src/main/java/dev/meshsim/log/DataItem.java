package dev.meshsim.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.json.Tagged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One record of a log, with the members of the 2017 schema.
 *
 * @param transactionId {@code TID:} and a number that no other record of the store has; numbers
 *     rise by one in the order of commits, over both logs
 * @param primaryKey the key that the record is about
 * @param priorTransactionId the record of the same key before this one, if there is one
 * @param action what the record says about the key
 * @param added when it was written, milliseconds
 * @param keys further names of this version
 * @param text the tagged JSON of the object; null for a Delete. In JSON it is a string
 * @param pending true if it counts only together with every earlier record and its transaction's
 *     Commit
 * @param commit true if it is the last record of a transaction that has several, or that is pending
 * @param rollback never written; read because the schema has it
 */
public record DataItem(
    @JsonProperty("TransactionID") String transactionId,
    @JsonProperty("PrimaryKey") String primaryKey,
    @JsonProperty("PriorTransactionID") @Nullable String priorTransactionId,
    @JsonProperty("Action") Action action,
    @JsonProperty("Added") Instant added,
    @JsonProperty("Keys") @Tagged List<IndexTerm> keys,
    @JsonProperty("Text") @JsonSerialize(using = TextAsString.Writer.class) @Nullable Bytes text,
    @JsonProperty("Pending") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean pending,
    @JsonProperty("Commit") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean commit,
    @JsonProperty("Rollback") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean rollback) {

  /** The beginning of every transaction identifier. */
  public static final String PREFIX = "TID:";

  /** Checks the identifier; an absent list of keys is an empty one. */
  public DataItem {
    numberOf(transactionId);
    Objects.requireNonNull(primaryKey, "PrimaryKey");
    Objects.requireNonNull(action, "Action");
    added = added.truncatedTo(ChronoUnit.MILLIS);
    keys = keys == null ? List.of() : List.copyOf(keys);
  }

  /** Reads an absent mark as false; the record's own constructor would receive null. */
  @JsonCreator
  static DataItem fromJson(
      @JsonProperty("TransactionID") String transactionId,
      @JsonProperty("PrimaryKey") String primaryKey,
      @JsonProperty("PriorTransactionID") @Nullable String priorTransactionId,
      @JsonProperty("Action") Action action,
      @JsonProperty("Added") Instant added,
      @JsonProperty("Keys") @Tagged List<IndexTerm> keys,
      @JsonProperty("Text") @JsonDeserialize(using = TextAsString.Reader.class)
          @Nullable Bytes text,
      @JsonProperty("Pending") @Nullable Boolean pending,
      @JsonProperty("Commit") @Nullable Boolean commit,
      @JsonProperty("Rollback") @Nullable Boolean rollback) {
    return new DataItem(
        Objects.requireNonNull(transactionId, "TransactionID"),
        primaryKey,
        priorTransactionId,
        action,
        Objects.requireNonNull(added, "Added"),
        keys,
        text,
        Boolean.TRUE.equals(pending),
        Boolean.TRUE.equals(commit),
        Boolean.TRUE.equals(rollback));
  }

  /** The number in the transaction identifier, 1 or more. */
  public long number() {
    return numberOf(transactionId);
  }

  /** True unless the record is a Delete. */
  public boolean live() {
    return action != Action.DELETE;
  }

  /** True if the records of its transaction end with this one. */
  public boolean endsTransaction() {
    return !pending || commit;
  }

  public static DataItem of(long number, @Nullable String prior, Change change) {
    return new DataItem(
        PREFIX + number,
        change.primaryKey(),
        prior,
        change.action(),
        change.added(),
        change.keys(),
        change.text(),
        false,
        false,
        false);
  }

  /** A copy of the record with these marks. */
  public DataItem marked(boolean nowPending, boolean nowCommit) {
    return new DataItem(
        transactionId,
        primaryKey,
        priorTransactionId,
        action,
        added,
        keys,
        text,
        nowPending,
        nowCommit,
        rollback);
  }

  public static long numberOf(String transactionId) {
    int digits = transactionId.length() - PREFIX.length();
    boolean shaped = transactionId.startsWith(PREFIX) && digits >= 1 && digits <= 18;
    for (int i = PREFIX.length(); shaped && i < transactionId.length(); i++) {
      char c = transactionId.charAt(i);
      shaped = c >= '0' && c <= '9' && (i > PREFIX.length() || c != '0');
    }
    if (!shaped) {
      throw new IllegalArgumentException(
          "a transaction identifier is TID: and a number, not " + Quote.text(transactionId));
    }
    return Long.parseLong(transactionId, PREFIX.length(), transactionId.length(), 10);
  }
}
