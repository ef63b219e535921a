package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of a log with one record or with damage. Only white space lies between the frames of a
 * file.
 *
 * @param number the number of the frame in the file, from 1
 * @param offset the offset of its first octet in the file, from 0
 * @param length its length in octets, at least 1
 * @param octets the record as JSON text, for a container in the form of a log of 2017; empty if
 *     there is a fault
 * @param fault the damage, or null; a frame without a fault may still not be valid JSON
 */
public record Frame(long number, long offset, long length, Bytes octets, @Nullable Fault fault) {

  /** Checks that there are octets exactly if there is no fault. */
  public Frame {
    Objects.requireNonNull(octets);
    if (number < 1 || offset < 0 || length < 1) {
      throw new IllegalArgumentException("a frame has a positive number and length and an offset");
    }
    if (octets.equals(Bytes.EMPTY) != (fault != null)) {
      throw new IllegalArgumentException("a frame has either octets or a fault");
    }
  }

  /** The kinds of damage. */
  public enum Fault {
    /** The file ends, or the next record begins, before this one does. */
    TRUNCATED("the record is cut off"),
    /** The last record of a log with a record on each line has no line end. */
    UNFINISHED("the record has no line end, so it was never acknowledged"),
    /** No record begins here. */
    FOREIGN("these octets belong to no record"),
    /** The record exceeds the limit of its reader. */
    TOO_LARGE("the record is larger than any that is read"),
    /** The content of a container's frame is not JSON or not UTF-8. */
    NO_JSON("the record's header is no JSON object, or its text is not UTF-8");

    private final String description;

    Fault(String description) {
      this.description = description;
    }

    /** A sentence without a full stop, for messages. */
    public String description() {
      return description;
    }
  }
}
