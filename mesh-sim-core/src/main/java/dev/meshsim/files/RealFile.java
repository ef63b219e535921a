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

  @Override
  public long size() {
    requireKnown();
    try {
      return channel.size();
    } catch (IOException e) {
      throw DiskErrors.of(path, "learn its size", e);
    }
  }

  @Override
  public int read(ByteBuffer target, long position) {
    requireKnown();
    int before = target.position();
    try {
      int got = 0;
      while (target.hasRemaining() && got >= 0) {
        got = channel.read(target, position + target.position() - before);
      }
    } catch (IOException e) {
      throw DiskErrors.of(path, "read at octet " + position, e);
    }
    return target.position() - before;
  }

  @Override
  public void write(ByteBuffer source, long position) {
    requireKnown();
    int before = source.position();
    try {
      while (source.hasRemaining()) {
        int done = channel.write(source, position + source.position() - before);
        if (done < 0) {
          throw new IOException("nothing was written");
        }
      }
    } catch (IOException e) {
      throw DiskErrors.of(path, "write at octet " + position, e);
    }
  }

  @Override
  public void truncate(long size) {
    requireKnown();
    try {
      channel.truncate(size);
    } catch (IOException e) {
      throw DiskErrors.of(path, "cut it to " + size + " octets", e);
    }
  }

  @Override
  public void force() {
    requireKnown();
    try {
      // The content and the size; the times of the file may wait.
      channel.force(false);
    } catch (IOException e) {
      // After a failure the system may call the lost pages clean: a second try would lie.
      lost = true;
      throw DiskErrors.of(path, "force it to the disk", e);
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

  private void requireKnown() {
    if (lost) {
      throw new FileLostException(path, null);
    }
  }
}
