package dev.meshsim.scenario.run;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The operating system's files, handed over at once but never forced to the disk. A scenario's logs
 * are a result: a power failure costs a run that its seed repeats, and waiting for the disk would
 * cost most of a run's time.
 */
final class UnforcedFiles implements DurableFiles {

  private final DurableFiles real = DurableFiles.real();

  @Override
  public FileStatus status(Path path) {
    return real.status(path);
  }

  @Override
  public DurableFile create(Path file) {
    return new Unforced(real.create(file));
  }

  @Override
  public DurableFile open(Path file) {
    return new Unforced(real.open(file));
  }

  @Override
  public DurableFile openForReading(Path file) {
    return new Unforced(real.openForReading(file));
  }

  @Override
  public void move(Path from, Path to) {
    real.move(from, to);
  }

  @Override
  public void delete(Path path) {
    real.delete(path);
  }

  @Override
  public void createDirectory(Path directory) {
    real.createDirectory(directory);
  }

  @Override
  public List<Path> list(Path directory) {
    return real.list(directory);
  }

  @Override
  public void forceDirectory(Path directory) {
    // See the class description.
  }

  @Override
  public FileClaim claim(Path file) {
    return real.claim(file);
  }

  /** A file that is as durable as the operating system. */
  private record Unforced(DurableFile file) implements DurableFile {

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public int read(ByteBuffer target, long position) {
      return file.read(target, position);
    }

    @Override
    public void write(ByteBuffer source, long position) {
      file.write(source, position);
    }

    @Override
    public void truncate(long size) {
      file.truncate(size);
    }

    @Override
    public void force() {
      // See the class description.
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
