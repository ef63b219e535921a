package dev.meshsim.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the status of a name from the operating system. */
final class FileStatuses {

  private static final @Nullable UserPrincipal USER = user();

  private FileStatuses() {}

  static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static FileStatus read(Path path) throws IOException {
    if (!hasModes(path)) {
      return status(attributes(path, BasicFileAttributes.class), "", Set.of());
    }
    PosixFileAttributes posix = attributes(path, PosixFileAttributes.class);
    boolean ours = USER == null || posix.owner().equals(USER);
    return status(posix, ours ? "" : posix.owner().getName(), posix.permissions());
  }

  private static <A extends BasicFileAttributes> A attributes(Path path, Class<A> type)
      throws IOException {
    return Files.readAttributes(path, type, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileStatus status(
      BasicFileAttributes attributes, String foreignOwner, Set<PosixFilePermission> permissions) {
    FileStatus.Kind kind =
        attributes.isRegularFile()
            ? FileStatus.Kind.FILE
            : attributes.isDirectory()
                ? FileStatus.Kind.DIRECTORY
                : attributes.isSymbolicLink() ? FileStatus.Kind.SYMLINK : FileStatus.Kind.OTHER;
    long octets = kind == FileStatus.Kind.FILE ? attributes.size() : 0;
    return new FileStatus(kind, octets, foreignOwner, permissions);
  }

  /** The user of this process, or null where the system does not know the name. */
  private static @Nullable UserPrincipal user() {
    try {
      return Path.of("")
          .getFileSystem()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(System.getProperty("user.name", ""));
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }
}
