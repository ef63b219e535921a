package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of a log: a record to be written.
 *
 * @param log the log it goes to
 * @param action the action on the key
 * @param primaryKey the key, 1 to {@value #KEY_CHARS} characters of well-formed Unicode
 * @param keys further names under which the latest version is found
 * @param text the tagged JSON of the object, UTF-8, at most {@value #TEXT_OCTETS} octets; null for
 *     a Delete and for nothing else
 * @param added the time, cut to milliseconds
 * @param marked true if the record gets Pending and Commit although its transaction needs neither:
 *     a copy keeps the octets of its original
 */
public record Change(
    LogName log,
    Action action,
    String primaryKey,
    List<IndexTerm> keys,
    @Nullable Bytes text,
    Instant added,
    boolean marked) {

  /** The longest primary key. */
  public static final int KEY_CHARS = 1024;

  /** The longest text: even with most characters escaped its record is within the JSON limits. */
  public static final int TEXT_OCTETS = 4 * 1024 * 1024;

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

  /**
   * Checks everything that can be checked without a store.
   *
   * @throws PortalStoreException {@code log.bad-change} if the key or the text is too long or is
   *     not well-formed Unicode
   * @throws IllegalArgumentException if a Delete has a text or another action has none
   */
  public Change {
    Objects.requireNonNull(log);
    Objects.requireNonNull(action);
    keys = List.copyOf(keys);
    added = added.truncatedTo(ChronoUnit.MILLIS);
    if ((action == Action.DELETE) != (text == null)) {
      throw new IllegalArgumentException("a Delete has no text, every other action has one");
    }
    if (added.isBefore(FIRST) || !added.isBefore(END)) {
      throw PortalStoreException.badChange(
          "the time " + added + " is not in the years 0 to 9999", "give the present time");
    }
    if (primaryKey.isEmpty() || primaryKey.length() > KEY_CHARS) {
      throw PortalStoreException.badChange(
          "the primary key has " + primaryKey.length() + " characters, not 1 to " + KEY_CHARS,
          "use the identifier of the object");
    }
    WellFormedText.requireWellFormed("primary key", primaryKey);
    if (text != null) {
      if (text.length() > TEXT_OCTETS) {
        throw PortalStoreException.badChange(
            "the text has " + text.length() + " octets; a record holds " + TEXT_OCTETS,
            "publish a smaller object");
      }
      WellFormedText.requireUtf8("text", text);
    }
  }

  /** A change whose record has only the marks that its transaction needs. */
  public Change(
      LogName log,
      Action action,
      String primaryKey,
      List<IndexTerm> keys,
      @Nullable Bytes text,
      Instant added) {
    this(log, action, primaryKey, keys, text, added, false);
  }

  /** The changes of one transaction in the order of their numbers, those of the mesh log first. */
  public static List<Change> meshFirst(List<Change> changes) {
    return changes.stream().sorted(Comparator.comparing(Change::log)).toList();
  }

  /** The first version of a key. */
  public static Change create(
      LogName log, String primaryKey, List<IndexTerm> keys, Bytes text, Instant added) {
    return new Change(log, Action.NEW, primaryKey, keys, text, added);
  }

  /** A later version of a key. */
  public static Change update(
      LogName log, String primaryKey, List<IndexTerm> keys, Bytes text, Instant added) {
    return new Change(log, Action.UPDATE, primaryKey, keys, text, added);
  }

  /** The end of a key. */
  public static Change delete(LogName log, String primaryKey, Instant added) {
    return new Change(log, Action.DELETE, primaryKey, List.of(), null, added);
  }
}
