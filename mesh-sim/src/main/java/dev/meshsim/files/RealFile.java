package dev.meshsim.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of the operating system. */
final class RealFile implements DurableFile {

  private final Path path;
  private final FileChannel channel;
  private volatile boolean lost;

  RealFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Runs one operation, with a pending interrupt held back. One that comes during the operation
   * closes the channel: this operation and all later ones end with a {@link FilesException}, since
   * nobody knows what was written.
   */
  private <T> T guarded(String operation, HeldInterrupt.Work<T> work) {
    try {
      return HeldInterrupt.during(work);
    } catch (IOException e) {
      throw DiskErrors.of(path, operation, e);
    }
  }

  @Override
  public long size() {
    return guarded("learn its size", channel::size);
  }

  @Override
  public int read(ByteBuffer target, long position) {
    int before = target.position();
    return guarded(
        "read at octet " + position,
        () -> {
          int got = 0;
          while (target.hasRemaining() && got >= 0) {
            got = channel.read(target, position + target.position() - before);
          }
          return target.position() - before;
        });
  }

  @Override
  public void write(ByteBuffer source, long position) {
    requireKnown();
    int before = source.position();
    guarded(
        "write at octet " + position,
        () -> {
          while (source.hasRemaining()) {
            channel.write(source, position + source.position() - before);
          }
          return source.position();
        });
  }

  @Override
  public void truncate(long size) {
    requireKnown();
    guarded("cut it to " + size + " octets", () -> channel.truncate(size));
  }

  @Override
  public void force() {
    requireKnown();
    boolean forced = false;
    try {
      guarded(
          "force it to the disk",
          () -> {
            // Forces the content and the size; the times of the file are not needed.
            channel.force(false);
            return true;
          });
      forced = true;
    } finally {
      // After a failure the system may mark the lost pages clean, so a retry could report success.
      lost = lost || !forced;
    }
  }

  private void requireKnown() {
    if (lost) {
      throw FilesException.lost(path, null);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskErrors.of(path, "close it", e);
    }
  }
}
