package dev.meshsim.files;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A layer that leaves out what makes data durable, to show that the crash points notice. */
public final class WeakFiles implements DurableFiles {

  private final DurableFiles files;
  private final boolean forceFiles;
  private final boolean forceDirectories;

  private WeakFiles(DurableFiles files, boolean forceFiles, boolean forceDirectories) {
    this.files = files;
    this.forceFiles = forceFiles;
    this.forceDirectories = forceDirectories;
  }

  /** Never forces a file. */
  public static DurableFiles withoutForce(DurableFiles files) {
    return new WeakFiles(files, false, true);
  }

  /** Never forces a directory. */
  public static DurableFiles withoutDirectoryForce(DurableFiles files) {
    return new WeakFiles(files, true, false);
  }

  @Override
  public FileStatus status(Path path) {
    return files.status(path);
  }

  @Override
  public DurableFile create(Path file) {
    return wrap(files.create(file));
  }

  @Override
  public DurableFile open(Path file) {
    return wrap(files.open(file));
  }

  @Override
  public DurableFile openForReading(Path file) {
    return files.openForReading(file);
  }

  @Override
  public void move(Path from, Path to) {
    files.move(from, to);
  }

  @Override
  public void delete(Path path) {
    files.delete(path);
  }

  @Override
  public void createDirectory(Path directory) {
    files.createDirectory(directory);
  }

  @Override
  public List<Path> list(Path directory) {
    return files.list(directory);
  }

  @Override
  public void forceDirectory(Path directory) {
    if (forceDirectories) {
      files.forceDirectory(directory);
    }
  }

  @Override
  public FileClaim claim(Path file) {
    return files.claim(file);
  }

  @Override
  public void requireNotHeld(Path file) {
    files.requireNotHeld(file);
  }

  private DurableFile wrap(DurableFile file) {
    return forceFiles ? file : new Unforced(file);
  }

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
      // Left out on purpose.
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
