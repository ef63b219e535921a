package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.IoReason;
import dev.meshsim.report.document.Differences;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files that a build writes below a directory. */
final class OutputFiles {

  private static final int SHOWN_LINES = 60;

  private final Path directory;
  private final Map<String, Bytes> files;
  private final Set<String> before;

  /**
   * Files to be written.
   *
   * @param files the content by path below the directory
   * @param before the files that earlier builds wrote
   */
  OutputFiles(Path directory, Map<String, Bytes> files, Set<String> before) {
    this.directory = directory;
    this.files = new TreeMap<>(files);
    this.before = before;
  }

  private Optional<Bytes> present(String path) {
    try {
      Path file = directory.resolve(path);
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Bytes.of(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private DocumentException unusable(String path, IOException e) {
    return DocumentException.file(
        Code.FILE,
        directory.resolve(path).toString(),
        "the file cannot be read or written: " + IoReason.of(e),
        "check the permissions, or name another directory with --out");
  }

  /**
   * Writes the files that have changed, and removes those of earlier builds that are not written
   * any more.
   *
   * @return the paths of the files that were written or removed
   * @throws DocumentException if a file is there that no build has written
   */
  List<String> write() {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, Bytes> file : files.entrySet()) {
      Optional<Bytes> there = present(file.getKey());
      if (there.isPresent()
          && !before.contains(file.getKey())
          && !there.get().equals(file.getValue())) {
        throw DocumentException.file(
            Code.FOREIGN,
            directory.resolve(file.getKey()).toString(),
            "this file would be replaced, and no earlier build has written it",
            "move it away, or name another directory with --out");
      }
      if (!there.equals(Optional.of(file.getValue()))) {
        changed.add(file.getKey());
      }
    }
    for (String path : changed) {
      write(path, files.getOrDefault(path, Bytes.EMPTY));
    }
    for (String path : before) {
      if (!files.containsKey(path) && present(path).isPresent()) {
        remove(path);
        changed.add(path);
      }
    }
    return changed;
  }

  /** Writes a file whole: a reader sees the old content or the new. */
  void write(String path, Bytes content) {
    Path file = directory.resolve(path);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(unfinished, content.toArray());
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private void remove(String path) {
    try {
      Files.delete(directory.resolve(path));
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** The differences between what is there and what would be written, a text for each file. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          Optional<Bytes> there = present(path);
          String shown = directory.resolve(path).toString();
          if (there.isEmpty()) {
            differences.add(shown + ":1: the file is not there, and a build would write it");
          } else if (!there.get().equals(content)) {
            differences.add(difference(shown, there.get().utf8(), content.utf8()));
          }
        });
    for (String path : before) {
      if (!files.containsKey(path) && present(path).isPresent()) {
        differences.add(
            directory.resolve(path) + ":1: no document has this file any more, a build removes it");
      }
    }
    return differences;
  }

  private static String difference(String path, String there, String built) {
    String[] old = there.split("\n", -1);
    String[] next = built.split("\n", -1);
    int line = Arrays.mismatch(old, next);
    List<String> shown =
        Differences.unified(path, path + " (as it would be built)", there, built).lines().toList();
    int more = shown.size() - SHOWN_LINES;
    return path
        + ":"
        + (Math.max(line, 0) + 1)
        + ": the first line that a build would change\n"
        + String.join("\n", shown.subList(0, Math.min(shown.size(), SHOWN_LINES)))
        + (more > 0 ? "\n... and " + more + " lines more" : "");
  }
}
