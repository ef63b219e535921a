package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens the logs that a run writes as results. Their records are not forced to the disk one by one:
 * results can be made again, and nothing in such a run depends on what a crash would leave.
 */
public final class ResultLogs {

  private ResultLogs() {}

  /** Opens the two logs in a directory, which is made if it is absent. */
  public static PortalStore open(Path directory, Consumer<String> warnings) {
    DurableFiles files = new Unforced(DurableFiles.real());
    if (files.status(directory).isAbsent()) {
      files.createDirectory(directory);
    }
    return JlogPortalStore.open(
        directory.resolve(LogName.MESH.fileName()),
        directory.resolve(LogName.PORTAL.fileName()),
        files,
        warnings);
  }

  /** Files whose forces do nothing. */
  record Unforced(DurableFiles files) implements DurableFiles {

    @Override
    public FileStatus status(Path path) {
      return files.status(path);
    }

    @Override
    public DurableFile create(Path file) {
      return new UnforcedFile(files.create(file));
    }

    @Override
    public DurableFile open(Path file) {
      return new UnforcedFile(files.open(file));
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
    public void forceDirectory(Path directory) {}

    @Override
    public FileClaim claim(Path file) {
      return files.claim(file);
    }

    @Override
    public void requireNotHeld(Path file) {
      files.requireNotHeld(file);
    }
  }

  private record UnforcedFile(DurableFile file) implements DurableFile {

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
    public void force() {}

    @Override
    public void close() {
      file.close();
    }
  }
}
