package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FilesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Claims a directory for the results of one run, so that two never write to it at once. */
final class ResultsClaim {

  /** The name of the lock file in the directory; a run that was killed leaves it behind. */
  static final String LOCK = "run.lock";

  /** The content of a lock file. A file with other content belongs to somebody else. */
  private static final Pattern CONTENT = Pattern.compile("(process [0-9]+\n)?");

  private static final int LONGEST_CONTENT = 64;

  private ResultsClaim() {}

  /** Opens a directory that has just been claimed. */
  interface Opening {
    ResultsDirectory open(FileClaim claim) throws IOException;
  }

  /**
   * Makes a directory if it is absent, claims it and opens it.
   *
   * @param mark a file that all results of this kind have
   * @throws ResultsException {@code results.foreign} if the directory is not empty and has no such
   *     file
   * @throws ResultsException {@code results.in-use} if another run has claimed it
   */
  static ResultsDirectory with(Path root, String mark, Opening opening) {
    try {
      Files.createDirectories(root);
      requireMarked(root, mark);
      FileClaim claim = claim(root);
      boolean opened = false;
      try {
        ResultsDirectory results = opening.open(claim);
        opened = true;
        return results;
      } finally {
        if (!opened) {
          claim.close();
        }
      }
    } catch (IOException e) {
      throw ResultsException.io(root, e);
    }
  }

  private static FileClaim claim(Path root) {
    try {
      return DurableFiles.real().claim(root.resolve(LOCK));
    } catch (FilesException.FileLocked e) {
      throw ResultsException.inUse(root, e);
    }
  }

  private static void requireMarked(Path root, String mark) throws IOException {
    Path lock = root.resolve(LOCK);
    boolean locked = Files.exists(lock, LinkOption.NOFOLLOW_LINKS);
    if (locked && !isLock(lock)) {
      throw ResultsException.foreign(root, root.relativize(lock));
    }
    try (Stream<Path> found = Files.list(root)) {
      List<Path> entries = found.sorted().toList();
      if (!locked && !entries.isEmpty() && !entries.contains(root.resolve(mark))) {
        throw ResultsException.foreign(root, root.relativize(entries.get(0)));
      }
    }
  }

  private static boolean isLock(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) < LONGEST_CONTENT
        && CONTENT.matcher(Files.readString(file)).matches();
  }
}
