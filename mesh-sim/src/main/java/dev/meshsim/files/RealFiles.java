package dev.meshsim.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The operating system's files. */
final class RealFiles implements DurableFiles {

  static final RealFiles INSTANCE = new RealFiles();

  private RealFiles() {}

  @Override
  public FileStatus status(Path path) {
    try {
      return FileStatuses.read(path);
    } catch (NoSuchFileException e) {
      FilesException.NotAFile obstacle = DiskErrors.inTheWay(path);
      if (obstacle != null) {
        throw obstacle;
      }
      return FileStatus.absent();
    } catch (IOException e) {
      throw DiskErrors.of(path, "look at it", e);
    }
  }

  @Override
  public DurableFile create(Path file) {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new RealFile(file, FileChannel.open(file, options, mode(file, "rw-------")));
    } catch (IOException e) {
      throw DiskErrors.of(file, "create it", e);
    }
  }

  @Override
  public DurableFile open(Path file) {
    return open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  @Override
  public DurableFile openForReading(Path file) {
    return open(file, StandardOpenOption.READ);
  }

  private DurableFile open(Path file, OpenOption... how) {
    status(file).require(FileStatus.Kind.FILE, file);
    OpenOption[] options = java.util.Arrays.copyOf(how, how.length + 1);
    options[how.length] = LinkOption.NOFOLLOW_LINKS;
    try {
      return new RealFile(file, FileChannel.open(file, options));
    } catch (IOException e) {
      throw DiskErrors.of(file, "open it", e);
    }
  }

  @Override
  public void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw DiskErrors.of(from, "move it to " + to.getFileName(), e);
    }
  }

  @Override
  public void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw DiskErrors.of(path, "delete it", e);
    }
  }

  @Override
  public void createDirectory(Path directory) {
    try {
      Files.createDirectory(directory, mode(directory, "rwx------"));
    } catch (IOException e) {
      throw DiskErrors.of(directory, "create the directory", e);
    }
  }

  @Override
  public List<Path> list(Path directory) {
    status(directory).require(FileStatus.Kind.DIRECTORY, directory);
    try (Stream<Path> names = Files.list(directory)) {
      return names.sorted().toList();
    } catch (IOException e) {
      throw DiskErrors.of(directory, "list it", e);
    }
  }

  @Override
  public void forceDirectory(Path directory) {
    if (!FileStatuses.hasModes(directory)) {
      // Windows keeps the names in its journal and opens no directory as a file.
      return;
    }
    try {
      HeldInterrupt.during(() -> force(directory));
    } catch (IOException e) {
      throw DiskErrors.of(directory, "force its names to the disk", e);
    }
  }

  private static Path force(Path directory) throws IOException {
    try (FileChannel open = FileChannel.open(directory, StandardOpenOption.READ)) {
      open.force(true);
    }
    return directory;
  }

  @Override
  public FileClaim claim(Path file) {
    return RealClaim.of(file);
  }

  @Override
  public void requireNotHeld(Path file) {
    RealClaim.requireNotHeld(file);
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    return FileStatuses.hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
