package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader's question to a portal's log, together with that for an entry.
 *
 * @param known the size of the last checkpoint that the reader has accepted; 0 for none
 * @param numbers the numbers of the records that the reader has receipts of, at most {@link
 *     LogMemory#MOST_RECEIPTS}
 * @param witnessed the time of the last cosignature that the reader has, or 1970 if it has none;
 *     null if it asks for none
 * @param has the number of the record that the reader has of what it asks for: if it is still the
 *     latest, the answer has its proof and not the record again; null if the reader has none
 */
public record LogQuery(
    @JsonProperty("Known") long known,
    @JsonProperty("Numbers") List<Long> numbers,
    @JsonProperty("Witnessed") @Nullable Instant witnessed,
    @JsonProperty("Has") @Nullable Long has) {

  /** A query that asks for no cosignatures. */
  public LogQuery(long known, List<Long> numbers) {
    this(known, numbers, null, null);
  }

  /** This query by a reader who has a record of what is asked for; null for none. */
  public LogQuery having(@Nullable Long number) {
    return new LogQuery(known, numbers, witnessed, number);
  }

  /**
   * Reads a query.
   *
   * @throws dev.meshsim.json.JsonException if it is none
   */
  public static LogQuery read(Bytes json) {
    return MeshJson.read(json, LogQuery.class);
  }

  /** Checks the ranges and copies the list. */
  public LogQuery {
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
    if (known < 0
        || numbers.size() > LogMemory.MOST_RECEIPTS
        || numbers.stream().anyMatch(number -> number < 1)
        || (has != null && has < 1)) {
      throw new IllegalArgumentException(
          "a size of 0 or more, and at most "
              + LogMemory.MOST_RECEIPTS
              + " numbers of records, all from 1 on");
    }
  }
}
