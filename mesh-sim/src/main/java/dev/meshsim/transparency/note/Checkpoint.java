package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;

/**
 * A checkpoint (C2SP tlog-checkpoint): size and root of a log at one moment.
 *
 * @param origin the log; a portal's domain
 * @param tree its size and root
 */
public record Checkpoint(String origin, TreeHead tree) {

  private static final int FIRST_LINES = 3;
  private static final String BAD_ORIGIN = "the origin is empty, or has a space or a plus sign";

  /** Checks the origin. */
  public Checkpoint {
    if (!KeyName.isValid(origin)) {
      throw new IllegalArgumentException("an origin has no spaces and no plus sign");
    }
  }

  /** The text to be signed. */
  public String text() {
    return origin + "\n" + tree.size() + "\n" + StrictBase64.of(tree.root()) + "\n";
  }

  /**
   * Verifies a note and reads its checkpoint; further lines are ignored.
   *
   * @param log the key of the log, whose name is its origin
   * @throws TransparencyException {@code transparency.other-origin} if it is of another log, else
   *     as {@link Note#verify}, and {@code transparency.bad-note} if it is no checkpoint
   */
  public static Checkpoint open(Note note, NoteKey log) {
    return open(note, log.name(), List.of(log));
  }

  /** As {@link #open(Note, NoteKey)}, signed by any of several keys of the log. */
  public static Checkpoint open(Note note, String origin, List<NoteKey> keys) {
    String found = note.text().substring(0, note.text().indexOf('\n'));
    if (!found.equals(origin)) {
      throw TransparencyException.otherOrigin(origin, found);
    }
    note.verify(keys);
    return parse(note.text());
  }

  /**
   * The origin that a note claims: its first line. Nothing is verified.
   *
   * @throws TransparencyException {@code transparency.bad-note} if it cannot be one
   */
  public static String claimedOrigin(Note note) {
    String found = note.text().substring(0, note.text().indexOf('\n'));
    if (!KeyName.isValid(found)) {
      throw TransparencyException.badCheckpoint(BAD_ORIGIN);
    }
    return found;
  }

  /**
   * The checkpoint of a note that was verified before.
   *
   * @throws TransparencyException {@code transparency.bad-note} if it is no checkpoint
   */
  public static Checkpoint verified(Note note) {
    return parse(note.text());
  }

  private static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    // The text ends with a line feed, so there is an empty part after the last line.
    if (lines.length <= FIRST_LINES) {
      throw TransparencyException.badCheckpoint("origin, size and root are three lines");
    }
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        throw TransparencyException.badCheckpoint("line " + (i + 1) + " is empty");
      }
    }
    Bytes root =
        StrictBase64.parse(lines[2])
            .filter(octets -> octets.length() == TreeHasher.OCTETS)
            .orElseThrow(
                () -> TransparencyException.badCheckpoint("the root is not base64 of 32 octets"));
    if (!KeyName.isValid(lines[0])) {
      throw TransparencyException.badCheckpoint(BAD_ORIGIN);
    }
    return new Checkpoint(lines[0], new TreeHead(size(lines[1]), root));
  }

  private static long size(String digits) {
    return DecimalSize.parse(digits)
        .orElseThrow(
            () ->
                TransparencyException.badCheckpoint("the size is not a decimal number below 2^63"));
  }
}
