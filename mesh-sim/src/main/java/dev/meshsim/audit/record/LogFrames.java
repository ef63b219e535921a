package dev.meshsim.audit.record;

import dev.meshsim.audit.record.Frame.Fault;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A reader of logs as text: JSON objects one after the other, with or without white space between
 * them (the reference implementation writes no separator, this project one line for each record).
 * It scans each octet once and keeps at most one record in memory. After damage it resumes where
 * the next record begins. Every octet except white space between records is in a frame.
 */
public final class LogFrames implements Frames {

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final boolean[] IN_RECORD = special('"', '\\', '{', '}', '[', ']');
  private static final boolean[] WHEN_LOST = special('{');

  private enum Mode {
    BETWEEN,
    IN_RECORD,
    LOST
  }

  private final FrameBuffer buffer;
  private final int most;
  private final boolean log;
  private final RecordStart start = new RecordStart();
  private Mode mode = Mode.BETWEEN;
  private Fault fault = Fault.FOREIGN;
  private long number;
  private long from;
  private long at;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private String ownName = "";

  /** True if a record of this log ended with a line end, as each does in a log of this project. */
  private boolean lines;

  /**
   * Reads {@code in}, which the caller closes, with records of at most {@link
   * JsonLimits#DOCUMENT_OCTETS}.
   */
  public LogFrames(InputStream in) {
    this(in, JsonLimits.DOCUMENT_OCTETS);
  }

  /**
   * Reads with another limit.
   *
   * @param most the most octets of a record
   */
  LogFrames(InputStream in, int most) {
    this(new FrameBuffer(in), most, false);
  }

  /** Reads a log from the beginning of a window. */
  LogFrames(FrameBuffer buffer) {
    this(buffer, JsonLimits.DOCUMENT_OCTETS, true);
  }

  private LogFrames(FrameBuffer buffer, int most, boolean log) {
    this.buffer = buffer;
    this.most = most;
    this.log = log;
  }

  @Override
  public long octetsScanned() {
    return at;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (at == 0) {
      passMark();
    }
    while (true) {
      while (at < buffer.end()) {
        skip();
        Frame frame = at < buffer.end() ? step() : null;
        if (frame != null) {
          return frame;
        }
      }
      buffer.forgetBefore(wanted());
      if (!buffer.fill()) {
        return last();
      }
    }
  }

  private void passMark() throws IOException {
    if (buffer.reach(MARK.length) && Arrays.equals(MARK, buffer.copy(0, MARK.length).toArray())) {
      at = MARK.length;
    }
  }

  private static boolean[] special(char... octets) {
    boolean[] special = new boolean[256];
    for (char octet : octets) {
      special[octet] = true;
    }
    return special;
  }

  /** The offset of the first octet that a frame may still need. */
  private long wanted() {
    return switch (mode) {
      case BETWEEN -> at;
      case IN_RECORD -> from;
      case LOST -> start.idle() ? at : start.brace();
    };
  }

  private void skip() {
    if (!start.idle() || mode == Mode.BETWEEN) {
      return;
    }
    if (mode == Mode.LOST) {
      at = buffer.skip(at, Long.MAX_VALUE, WHEN_LOST);
    } else if (!escaped) {
      at = buffer.skip(at, from + most, IN_RECORD);
    }
  }

  private @Nullable Frame step() throws IOException {
    byte octet = buffer.at(at);
    Frame frame =
        switch (mode) {
          case BETWEEN -> between(octet);
          case IN_RECORD -> inRecord(octet);
          case LOST -> lost(octet);
        };
    at++;
    return frame;
  }

  private @Nullable Frame between(byte octet) {
    if (octet == '{') {
      start.take(octet, at);
      begin(at, "");
    } else if (!RecordStart.isSpace(octet)) {
      lose(Fault.FOREIGN, at);
    }
    return null;
  }

  /** Begins a record, whose name is empty if it was not read yet. */
  private void begin(long where, String name) {
    mode = Mode.IN_RECORD;
    from = where;
    depth = 1;
    inString = false;
    escaped = false;
    ownName = name;
  }

  private void lose(Fault why, long where) {
    mode = Mode.LOST;
    fault = why;
    from = where;
  }

  private @Nullable Frame inRecord(byte octet) throws IOException {
    if (at - from >= most) {
      lose(Fault.TOO_LARGE, from);
      return lost(octet);
    }
    if (octet == '{' || !start.idle()) {
      String name = start.take(octet, at);
      if (!name.isEmpty() && start.brace() == from) {
        ownName = name;
      } else if (cutsOff(name)) {
        Frame cut = frame(start.brace(), Fault.TRUNCATED);
        begin(start.brace(), name);
        return cut;
      }
    }
    track(octet);
    if (depth == 0) {
      mode = Mode.BETWEEN;
      return frame(at + 1, hasItsEnd() ? null : Fault.UNFINISHED);
    }
    return null;
  }

  /**
   * False for the last record of a log that has a record on each line, if the line end is missing:
   * a record is acknowledged with its line end.
   */
  private boolean hasItsEnd() throws IOException {
    if (!log) {
      return true;
    }
    boolean more = buffer.reach(at + 2);
    lines |= more && (buffer.at(at + 1) == '\n' || buffer.at(at + 1) == '\r');
    return more || !lines;
  }

  /** True if a record of this name ends the current one; an object may contain a {@code Header}. */
  private boolean cutsOff(String name) {
    return RecordStart.isRecord(name)
        && (RecordStart.isRecord(ownName) || !name.equals(RecordStart.HEADER));
  }

  private void track(byte octet) {
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (octet == '\\') {
        escaped = true;
      } else if (octet == '"') {
        inString = false;
      }
    } else if (octet == '"') {
      inString = true;
    } else if (octet == '{' || octet == '[') {
      depth++;
    } else if (octet == '}' || octet == ']') {
      depth--;
    }
  }

  private @Nullable Frame lost(byte octet) {
    if (octet == '{' || !start.idle()) {
      String name = start.take(octet, at);
      if (RecordStart.isRecord(name) || RecordStart.isObject(name)) {
        Frame frame = frame(start.brace(), fault);
        begin(start.brace(), name);
        return frame;
      }
    }
    return null;
  }

  private @Nullable Frame last() {
    if (mode == Mode.BETWEEN) {
      return null;
    }
    Frame frame = frame(at, mode == Mode.LOST ? fault : Fault.TRUNCATED);
    mode = Mode.BETWEEN;
    return frame;
  }

  private Frame frame(long to, @Nullable Fault why) {
    number++;
    Bytes octets = why == null ? buffer.copy(from, to) : Bytes.EMPTY;
    return new Frame(number, from, to - from, octets, why);
  }
}
