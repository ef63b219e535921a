package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a log's lines from the first to the last, through a buffer of a moderate size. */
final class LogCursor {

  private static final int BUFFER = 1 << 18;
  private static final int LONGEST_LINE = JsonLimits.DOCUMENT_OCTETS + 1;
  private static final int NONE = -1;

  private final LogName log;
  private final Path path;
  private final DurableFile file;
  private final long fileEnd;
  private final WorkMeter meter;
  private final LineScanner scanner = new LineScanner();
  private byte[] buffer = new byte[BUFFER];
  private long base;
  private int at;
  private int limit;
  private long line = 1;

  /** Reads {@code file} up to {@code fileEnd}. */
  LogCursor(LogName log, Path path, DurableFile file, long fileEnd, WorkMeter meter) {
    this.log = log;
    this.path = path;
    this.file = file;
    this.fileEnd = fileEnd;
    this.meter = meter;
  }

  Path path() {
    return path;
  }

  /** The offset of the next line; at the end of the file, the end of the last whole line. */
  long offset() {
    return base + at;
  }

  /** The number of the next line. */
  long line() {
    return line;
  }

  /** The octets of the next whole line, without its line feed, or null at the end. */
  byte @Nullable [] nextLine() {
    int end = endOfLine();
    if (end == NONE) {
      return null;
    }
    byte[] octets = Arrays.copyOfRange(buffer, at, end);
    at = end + 1;
    line++;
    return octets;
  }

  /**
   * The next record, or null at the end: of the file, or of its last whole line.
   *
   * @throws JlogException.Damaged if the line is not a record; the cursor has passed it then
   */
  @Nullable RecordFacts next() {
    int length = scanner.scan(buffer, at, limit);
    if (length == 0) {
      int end = endOfLine();
      if (end == NONE) {
        return null;
      }
      length = scanner.scan(buffer, at, limit);
      if (length == 0) {
        return otherwise(end + 1 - at);
      }
    }
    RecordFacts facts = scanner.facts(log, line, offset(), length);
    at += length;
    line++;
    return facts;
  }

  /** Reads a line that is not in the form of {@link LineWriter}. */
  private @Nullable RecordFacts otherwise(int length) {
    if (offset() + length == fileEnd && holdsNul(length)) {
      // A block of the last line that never reached the disk.
      return null;
    }
    long lineNumber = line;
    long offset = offset();
    Bytes text = Bytes.of(buffer, at, at + length - 1);
    at += length;
    line++;
    try {
      DataItem item = MeshJson.readTagged(text, DataItem.class);
      if (item.live() == (item.text() == null)) {
        throw damaged(lineNumber, offset, "a Delete has a Text, or another action none", null);
      }
      return RecordFacts.of(log, item, lineNumber, offset, length);
    } catch (JsonException e) {
      throw damaged(lineNumber, offset, what(e), e);
    }
  }

  JlogException.Damaged damaged(
      long lineNumber, long offset, String what, @Nullable Throwable cause) {
    return new JlogException.Damaged(path, lineNumber, offset, what, cause);
  }

  private boolean holdsNul(int length) {
    for (int i = at; i < at + length; i++) {
      if (buffer[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The position in the buffer of the next line feed, or {@link #NONE}. */
  private int endOfLine() {
    int searched = at;
    while (true) {
      for (int i = searched; i < limit; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      int done = limit - at;
      if (done > LONGEST_LINE) {
        throw damaged(line, offset(), "longer than " + LONGEST_LINE + " octets", null);
      }
      if (!fill()) {
        return NONE;
      }
      searched = at + done;
    }
  }

  /** Fills the buffer after its unread octets; false at the end of the file. */
  private boolean fill() {
    int left = limit - at;
    long from = base + limit;
    if (from >= fileEnd) {
      return false;
    }
    byte[] target = left > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, at, target, 0, left);
    buffer = target;
    base += at;
    at = 0;
    int room = (int) Math.min(buffer.length - left, fileEnd - from);
    int done = file.read(ByteBuffer.wrap(buffer, left, room), from);
    meter.octetsRead.add(done);
    limit = left + done;
    return done > 0;
  }

  /** The problem of a line, which is one line of JSON: only the column of its place is of use. */
  private static String what(JsonException e) {
    return e.problem().replace(" at line 1, column", " at column");
  }
}
