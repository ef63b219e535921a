package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a log that holds one record, or that holds none. The frames of a file follow each
 * other with nothing but white space between them.
 *
 * @param number counts the frames of a file, from 1
 * @param offset where it begins in the file, in octets from 0
 * @param length how many octets it has
 * @param octets the record as JSON text, of a container as it would stand in a log of 2017; none of
 *     a faulty stretch
 * @param fault why this is no record, or null if it has the outline of one
 */
public record Frame(long number, long offset, long length, Bytes octets, @Nullable Fault fault) {

  /** Checks that a record is kept, and nothing else. */
  public Frame {
    Objects.requireNonNull(octets);
    if (number < 1 || offset < 0 || length < 1) {
      throw new IllegalArgumentException("a frame has a number, a place and some octets");
    }
    if (octets.equals(Bytes.EMPTY) != (fault != null)) {
      throw new IllegalArgumentException("a record is kept, anything else is not");
    }
  }

  /** What can be wrong with a stretch as such. */
  public enum Fault {
    /** The file ends, or the next record begins, before this one does. */
    TRUNCATED("the record is cut off"),
    /** No record begins here. */
    FOREIGN("these octets belong to no record"),
    /** The record is larger than any that is read. */
    TOO_LARGE("the record is larger than any that is read"),
    /** A frame of a container has a record in it that is no text. */
    NO_JSON("the record's header is no JSON object, or its text is not UTF-8");

    private final String description;

    Fault(String description) {
      this.description = description;
    }

    /** What is wrong, as a sentence without its end. */
    public String description() {
      return description;
    }
  }
}
