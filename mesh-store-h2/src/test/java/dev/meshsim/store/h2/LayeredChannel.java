package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFile;
import dev.meshsim.sim.disk.SimulatedCrash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** An open file of a {@link LayeredPath}; failures become what H2 expects of a file. */
final class LayeredChannel extends FileBase {

  private interface Operation<T> {
    T run();
  }

  private final DurableFile file;
  private long position;

  LayeredChannel(DurableFile file) {
    this.file = file;
  }

  private static <T> T guarded(Operation<T> operation) throws IOException {
    try {
      return operation.run();
    } catch (MeshException e) {
      throw new IOException(e.problem(), e);
    } catch (SimulatedCrash e) {
      // H2 closes connections that nobody uses any more whenever another is opened, and that one
      // belongs to a process that goes on.
      throw new IOException("the process has ended", e);
    }
  }

  @Override
  public synchronized int read(ByteBuffer target, long at) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    int done = guarded(() -> file.read(target, at));
    return done == 0 ? -1 : done;
  }

  @Override
  public synchronized int write(ByteBuffer source, long at) throws IOException {
    int length = source.remaining();
    return guarded(
        () -> {
          file.write(source, at);
          return length;
        });
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    int done = read(target, position);
    position += Math.max(0, done);
    return done;
  }

  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    int done = write(source, position);
    position += done;
    return done;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized LayeredChannel position(long next) {
    position = next;
    return this;
  }

  @Override
  public long size() throws IOException {
    return guarded(file::size);
  }

  @Override
  public LayeredChannel truncate(long size) throws IOException {
    if (size < size()) {
      guarded(
          () -> {
            file.truncate(size);
            return size;
          });
    }
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    guarded(
        () -> {
          file.force();
          return metadata;
        });
  }

  @Override
  protected void implCloseChannel() throws IOException {
    guarded(
        () -> {
          file.close();
          return true;
        });
  }

  /** The claim beside the file keeps others out. */
  @Override
  public FileLock tryLock(long from, long size, boolean shared) {
    return new FileLock(this, from, size, shared) {
      @Override
      public boolean isValid() {
        return true;
      }

      @Override
      public void release() {
        // There is nothing behind it.
      }
    };
  }
}
