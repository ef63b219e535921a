package dev.meshsim.store;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The files of one store's test data, found by {@link StoreProvider#makes}. Follows no link. */
final class OwnFiles {

  private static final DurableFiles FILES = DurableFiles.real();

  private OwnFiles() {}

  static Optional<Path> firstForeign(StoreProvider provider, Path root) {
    return below(root).stream().filter(path -> !isOwn(provider, root, path)).findFirst();
  }

  /** Deletes own files, and own directories that are empty then. */
  static void delete(StoreProvider provider, Path root) {
    List<Path> innerFirst = below(root);
    Collections.reverse(innerFirst);
    for (Path path : innerFirst) {
      if (isOwn(provider, root, path) && (!isDirectory(path) || FILES.list(path).isEmpty())) {
        FILES.delete(path);
      }
    }
  }

  private static boolean isOwn(StoreProvider provider, Path root, Path path) {
    FileStatus.Kind kind = FILES.status(path).kind();
    return (kind == FileStatus.Kind.FILE || kind == FileStatus.Kind.DIRECTORY)
        && provider.makes(root.relativize(path));
  }

  /** Every path below a directory, sorted, a directory before its content. */
  private static List<Path> below(Path directory) {
    List<Path> found = new ArrayList<>();
    if (isDirectory(directory)) {
      for (Path path : FILES.list(directory)) {
        found.add(path);
        found.addAll(below(path));
      }
    }
    return found;
  }

  private static boolean isDirectory(Path path) {
    return FILES.status(path).kind() == FileStatus.Kind.DIRECTORY;
  }
}
