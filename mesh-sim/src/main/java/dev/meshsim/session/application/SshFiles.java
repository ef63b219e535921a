package dev.meshsim.session.application;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.ssh.SshTextException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes an SSH application as files of OpenSSH into one directory. Each file is replaced durably,
 * with mode 0600; a symbolic link in the place of one is refused.
 */
public final class SshFiles {

  private static final int LIMIT = 1 << 22;

  private final DurableFiles files;
  private final Path directory;

  /**
   * Files in a directory, which is made with mode 0700 if it does not exist.
   *
   * @param files {@link DurableFiles#real()}
   */
  public SshFiles(DurableFiles files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * Writes this device's key: the private half, then the public half with {@code .pub} at the end
   * of its name.
   *
   * @return the private half's file, {@code id_ed25519-} and the key's fingerprint
   * @throws ApplicationException {@code session.no-ssh-key} if this device has made none
   */
  public Path writeKey(SshApplication application) {
    SshApplication.PrivateFile key = application.privateFile();
    try {
      Path file = prepared(key.name());
      Path half = prepared(key.name() + ".pub");
      files.replace(file, key.text());
      files.replace(half, Bytes.utf8(key.publicLine()));
      return file;
    } finally {
      Arrays.fill(key.text(), (byte) 0);
    }
  }

  /**
   * Writes {@code authorized_keys}.
   *
   * @throws SshTextException {@code ssh.would-lose} if the file has a line that is not written
   */
  public Path writeAuthorizedKeys(SshApplication application) {
    return write("authorized_keys", application.authorizedKeys().text());
  }

  /**
   * Writes {@code known_hosts}.
   *
   * @throws SshTextException {@code ssh.would-lose} if the file has a line that is not written
   */
  public Path writeKnownHosts(SshApplication application) {
    return write("known_hosts", application.knownHosts().text());
  }

  private Path write(String name, String text) {
    Path file = prepared(name);
    if (!files.status(file).isAbsent()) {
      Set<String> kept = text.lines().map(SshFiles::plain).collect(Collectors.toSet());
      String old = new String(files.read(file, LIMIT), StandardCharsets.UTF_8);
      for (String line : old.lines().map(SshFiles::plain).toList()) {
        if (!line.isEmpty() && !kept.contains(line)) {
          throw SshTextException.wouldLose(file, line);
        }
      }
    }
    files.replace(file, Bytes.utf8(text));
    return file;
  }

  private static String plain(String line) {
    return line.strip().replaceAll("[ \\t]+", " ");
  }

  /** The file of a name, of which nothing but a regular file is in the way. */
  private Path prepared(String name) {
    FileStatus status = files.status(directory);
    if (status.isAbsent()) {
      files.createDirectory(directory);
    } else {
      status.require(FileStatus.Kind.DIRECTORY, directory);
    }
    Path file = directory.resolve(name);
    FileStatus old = files.status(file);
    if (!old.isAbsent()) {
      old.require(FileStatus.Kind.FILE, file);
    }
    return file;
  }
}
