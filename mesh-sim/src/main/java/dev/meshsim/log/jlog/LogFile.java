package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One log's file. Written by one thread at a time, read by any. */
final class LogFile implements AutoCloseable {

  private final LogName log;
  private final Path path;
  private final DurableFiles files;
  private final WorkMeter meter;
  private DurableFile file;
  private boolean headerWritten;
  private boolean nameForced;

  private LogFile(LogName log, Path path, DurableFiles files, DurableFile file, WorkMeter meter) {
    this.log = log;
    this.path = path;
    this.files = files;
    this.file = file;
    this.meter = meter;
  }

  /** Opens a log if it exists; {@link #ensureHeader} makes one that does not. */
  static LogFile open(LogName log, Path path, DurableFiles files, WorkMeter meter) {
    boolean absent = files.status(path).isAbsent();
    return new LogFile(log, path, files, absent ? AbsentFile.INSTANCE : files.open(path), meter);
  }

  /** Opens a log for reading only, if it exists. */
  static LogFile openForReading(LogName log, Path path, DurableFiles files, WorkMeter meter) {
    boolean absent = files.status(path).isAbsent();
    DurableFile file = absent ? AbsentFile.INSTANCE : files.openForReading(path);
    return new LogFile(log, path, files, file, meter);
  }

  boolean isAbsent() {
    return file == AbsentFile.INSTANCE;
  }

  Path path() {
    return path;
  }

  LogName log() {
    return log;
  }

  long size() {
    return file.size();
  }

  /**
   * A cursor after the header, which is checked. A log without a whole header is read as empty.
   *
   * @param end the offset to read to; at most the size
   */
  LogCursor cursor(long end) {
    if (lacksHeader()) {
      return new LogCursor(log, path, file, 0, meter);
    }
    LogCursor cursor = new LogCursor(log, path, file, end, meter);
    byte[] header = cursor.nextLine();
    if (header != null) {
      requireHeader(header);
    } else if (end > 0) {
      throw JlogException.header(path, log, "is not complete");
    }
    return cursor;
  }

  /** True if the log is absent, empty, or a header cut short. */
  boolean lacksHeader() {
    long size = file.size();
    return size == 0 || isTornHeader(LineWriter.header(log), size);
  }

  /** Makes the log if it is absent, and writes the header if it is missing or incomplete. */
  void ensureHeader(Consumer<String> warnings) {
    if (!lacksHeader()) {
      return;
    }
    byte[] header = LineWriter.header(log);
    if (isAbsent()) {
      file = files.create(path);
    } else if (file.size() > 0) {
      warnings.accept(path + ": the header was not complete; it is written again");
      file.truncate(0);
    }
    file.write(ByteBuffer.wrap(header), 0);
    headerWritten = true;
    meter.octetsWritten.add(header.length);
  }

  /** True if the file is a header cut short: its first octets, with zeros for lost blocks. */
  private boolean isTornHeader(byte[] header, long size) {
    if (size > header.length) {
      return false;
    }
    byte[] found = new byte[(int) size];
    file.read(ByteBuffer.wrap(found), 0);
    boolean whole = found.length == header.length;
    for (int i = 0; i < found.length; i++) {
      if (found[i] != header[i] && found[i] != 0) {
        return false;
      }
      whole &= found[i] == header[i];
    }
    return !whole;
  }

  private void requireHeader(byte[] line) {
    JsonNode header;
    try {
      header = MeshJson.readTree(Bytes.of(line)).path("Header");
    } catch (JsonException e) {
      throw JlogException.header(path, log, "is not JSON");
    }
    if (!header.isObject()) {
      throw JlogException.header(path, log, "has no Header");
    }
    String type = header.path("Type").asString("");
    String content = header.path("Content").asString("");
    for (LogName other : LogName.values()) {
      if (other != log && other.content().equals(content)) {
        throw JlogException.swapped(path, log, other);
      }
    }
    if (!type.equals("Data") || !content.equals(log.content())) {
      throw JlogException.header(
          path, log, "has the Type '" + type + "' and the Content '" + content + "'");
    }
  }

  /** Cuts the unacknowledged end of the file; true if there was one. */
  boolean cut(long end, Consumer<String> warnings) {
    long size = file.size();
    if (size <= end || headerWritten) {
      return false;
    }
    warnings.accept(
        path
            + ": cut at octet "
            + end
            + ": the "
            + (size - end)
            + " octets after it are of changes that were never acknowledged");
    file.truncate(end);
    return true;
  }

  /** Tells what opening the log for changes would repair; see {@link #cut}. */
  void tellRepairs(long end, Consumer<String> warnings) {
    if (isAbsent()) {
      warnings.accept(path + ": there is no such log; it was read as an empty one");
    } else if (lacksHeader()) {
      warnings.accept(path + ": the header is not complete; the log was read as an empty one");
    } else if (file.size() > end) {
      warnings.accept(
          path
              + ": read up to octet "
              + end
              + ": the "
              + (file.size() - end)
              + " octets after it are of changes that were never acknowledged");
    }
  }

  void write(ByteBuffer octets, long offset) {
    meter.octetsWritten.add(octets.remaining());
    file.write(octets, offset);
  }

  /** Forces the content and, the first time, the name. */
  void sync() {
    meter.syncs.increment();
    file.force();
    if (!nameForced) {
      files.forceDirectory(DurableFiles.directoryOf(path));
      nameForced = true;
    }
  }

  byte[] read(long offset, int length) {
    byte[] octets = new byte[length];
    int done = file.read(ByteBuffer.wrap(octets), offset);
    meter.octetsRead.add(done);
    if (done < length) {
      octets = Arrays.copyOf(octets, done);
    }
    return octets;
  }

  @Override
  public void close() {
    file.close();
  }
}
