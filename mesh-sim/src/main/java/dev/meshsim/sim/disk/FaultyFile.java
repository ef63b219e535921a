package dev.meshsim.sim.disk;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.FilesException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** An open file of a simulated disk; every operation goes through the lock of the disk. */
final class FaultyFile implements DurableFile {

  private final FaultyFiles disk;
  private final Path path;
  private final DiskNode node;
  private boolean lost;
  private boolean closed;

  FaultyFile(FaultyFiles disk, Path path, DiskNode node) {
    this.disk = disk;
    this.path = path;
    this.node = node;
  }

  @Override
  public long size() {
    synchronized (disk) {
      requireOpen();
      return node.seen().length;
    }
  }

  @Override
  public int read(ByteBuffer target, long position) {
    synchronized (disk) {
      requireOpen();
      byte[] seen = node.seen();
      int length = (int) Math.max(0, Math.min(target.remaining(), seen.length - position));
      if (length > 0) {
        target.put(seen, (int) position, length);
      }
      return length;
    }
  }

  @Override
  public void write(ByteBuffer source, long position) {
    synchronized (disk) {
      requireKnown();
      byte[] octets = new byte[source.remaining()];
      source.get(octets);
      disk.write(path, node, octets, Math.toIntExact(position));
    }
  }

  @Override
  public void truncate(long size) {
    synchronized (disk) {
      requireKnown();
      disk.truncate(path, node, Math.toIntExact(size));
    }
  }

  @Override
  public void force() {
    synchronized (disk) {
      requireKnown();
      Optional<RuntimeException> failure = disk.force(path, node);
      if (failure.isPresent()) {
        lost = true;
        throw failure.get();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    disk.requireRunning();
    if (closed) {
      throw FilesException.io(path, "use it, it is closed", null);
    }
  }

  private void requireKnown() {
    requireOpen();
    if (lost) {
      throw FilesException.lost(path, null);
    }
  }
}
