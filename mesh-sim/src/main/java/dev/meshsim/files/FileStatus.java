package dev.meshsim.files;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The status of a name, without following a symbolic link.
 *
 * @param kind the kind of file
 * @param octets the size of a file; 0 for anything else
 * @param foreignOwner the owner's name if it is another user, otherwise empty
 * @param permissions the mode; empty where the platform has none
 */
public record FileStatus(
    Kind kind, long octets, String foreignOwner, Set<PosixFilePermission> permissions) {

  /** The kinds of file, as far as stores tell them apart. */
  public enum Kind {
    /** Nothing. */
    ABSENT("nothing"),
    /** A regular file. */
    FILE("a file"),
    /** A directory. */
    DIRECTORY("a directory"),
    /** A symbolic link, wherever it leads. */
    SYMLINK("a symbolic link"),
    /** A pipe, a socket or a device. */
    OTHER("a pipe, a socket or a device");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** Copies the set. */
  public FileStatus {
    permissions = Set.copyOf(permissions);
  }

  /** Nothing there. */
  public static FileStatus absent() {
    return new FileStatus(Kind.ABSENT, 0, "", Set.of());
  }

  /** True if the name is free. */
  public boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  /**
   * Refuses anything but a file or directory of the user's own.
   *
   * @throws FilesException {@code files.missing} if nothing is there
   * @throws FilesException.NotAFile if it is of another kind
   * @throws FilesException.ForeignFile if it is another user's
   */
  public FileStatus require(Kind expected, Path path) {
    if (isAbsent()) {
      throw FilesException.missing(path, null);
    }
    if (kind != expected) {
      throw new FilesException.NotAFile(path, kind, expected);
    }
    if (!foreignOwner.isEmpty()) {
      throw FilesException.ForeignFile.ofUser(path, foreignOwner);
    }
    return this;
  }

  /** True if the mode gives access to the owner only. */
  public boolean isPrivate() {
    return OWNER.containsAll(permissions);
  }

  /**
   * Refuses a mode that gives access to others than the owner, as OpenSSH does for its keys.
   *
   * @throws FilesException {@code files.wide-mode} if it does
   */
  public FileStatus requirePrivate(Path path) {
    if (!isPrivate()) {
      throw FilesException.wideMode(
          path,
          PosixFilePermissions.toString(permissions),
          kind == Kind.DIRECTORY ? "rwx------" : "rw-------");
    }
    return this;
  }
}
