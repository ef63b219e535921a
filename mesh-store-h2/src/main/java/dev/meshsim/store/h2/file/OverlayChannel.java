package dev.meshsim.store.h2.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/** An open file whose changes stay in memory, by blocks; see {@link OverlayPath}. */
final class OverlayChannel extends FileBaseDefault {

  private static final int BLOCK = 4096;

  private final Path path;
  private final DurableFile base;
  private final Map<Long, byte[]> changed = new TreeMap<>();
  private @Nullable FileChannel locked;
  private long size;

  /** The octets of the file that were not cut off by a truncation of the overlay. */
  private long baseLimit;

  private OverlayChannel(Path path, DurableFile base) {
    this.path = path;
    this.base = base;
    this.size = base.size();
    this.baseLimit = size;
  }

  static OverlayChannel open(Path path) throws IOException {
    try {
      return new OverlayChannel(path, DurableFiles.real().openForReading(path));
    } catch (MeshException e) {
      throw new IOException(e.problem(), e);
    }
  }

  @Override
  public synchronized long size() {
    return size;
  }

  @Override
  public synchronized int read(ByteBuffer target, long position) throws IOException {
    if (position >= size) {
      return target.hasRemaining() ? -1 : 0;
    }
    int length = (int) Math.min(target.remaining(), size - position);
    int done = 0;
    while (done < length) {
      long at = position + done;
      int inBlock = (int) (at % BLOCK);
      int part = Math.min(BLOCK - inBlock, length - done);
      byte @Nullable [] block = changed.get(at / BLOCK);
      if (block == null) {
        target.put(fromBase(at, part));
      } else {
        target.put(block, inBlock, part);
      }
      done += part;
    }
    return length;
  }

  /** Octets of the file, with zeros where it has none. */
  private byte[] fromBase(long at, int length) throws IOException {
    byte[] octets = new byte[length];
    int there = (int) Math.max(0, Math.min(length, baseLimit - at));
    try {
      base.read(ByteBuffer.wrap(octets, 0, there), at);
    } catch (MeshException e) {
      throw new IOException(e.problem(), e);
    }
    return octets;
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    int length = source.remaining();
    int done = 0;
    while (done < length) {
      long at = position + done;
      int inBlock = (int) (at % BLOCK);
      int part = Math.min(BLOCK - inBlock, length - done);
      byte @Nullable [] block = changed.get(at / BLOCK);
      if (block == null) {
        block = fromBase(at - inBlock, BLOCK);
        changed.put(at / BLOCK, block);
      }
      source.get(block, inBlock, part);
      done += part;
    }
    size = Math.max(size, position + length);
    return length;
  }

  @Override
  protected synchronized void implTruncate(long newSize) {
    if (newSize >= size) {
      return;
    }
    size = newSize;
    baseLimit = Math.min(baseLimit, newSize);
    changed.keySet().removeIf(block -> block * BLOCK >= newSize);
    byte @Nullable [] last = changed.get(newSize / BLOCK);
    if (last != null) {
      Arrays.fill(last, (int) (newSize % BLOCK), BLOCK, (byte) 0);
    }
  }

  @Override
  public void force(boolean metadata) {
    // Nothing of the overlay reaches the disk.
  }

  /**
   * A lock on the overlay, which nobody else has. Null if another process has the file open for
   * changes; it cannot open it until this file is closed.
   */
  @Override
  public synchronized @Nullable FileLock tryLock(long from, long length, boolean shared)
      throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    boolean free = false;
    try {
      free = channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (OverlappingFileLockException e) {
      // Another reader of this process keeps changes out.
      free = true;
    } finally {
      if (free) {
        locked = channel;
      } else {
        channel.close();
      }
    }
    return free ? new OverlayLock(this, from, length, shared) : null;
  }

  @Override
  protected synchronized void implCloseChannel() throws IOException {
    changed.clear();
    try {
      base.close();
    } finally {
      if (locked != null) {
        locked.close();
      }
    }
  }

  private static final class OverlayLock extends FileLock {

    private boolean valid = true;

    OverlayLock(FileChannel channel, long from, long length, boolean shared) {
      super(channel, from, length, shared);
    }

    @Override
    public boolean isValid() {
      return valid;
    }

    @Override
    public void release() {
      valid = false;
    }
  }
}
