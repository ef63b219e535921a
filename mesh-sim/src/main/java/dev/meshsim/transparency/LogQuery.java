package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.util.List;

/**
 * A reader's question to a portal's log, together with that for an entry.
 *
 * @param known the size of the last checkpoint that the reader has accepted; 0 for none
 * @param numbers the numbers of the records that the reader has receipts of, at most {@link
 *     LogMemory#MOST_RECEIPTS}
 */
public record LogQuery(
    @JsonProperty("Known") long known, @JsonProperty("Numbers") List<Long> numbers) {

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
        || numbers.stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException(
          "a size of 0 or more, and at most "
              + LogMemory.MOST_RECEIPTS
              + " numbers of records from 1 on");
    }
  }
}
