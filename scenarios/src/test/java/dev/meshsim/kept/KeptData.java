package dev.meshsim.kept;

import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Copies of the data that commit f92eff9 wrote. Git keeps no modes: directories get 0700 and files
 * 0600, as that commit made them.
 */
final class KeptData {

  /** The kinds of stores that keep files below a directory. */
  static final List<String> MACHINE_KINDS = List.of("file", "registry", "h2");

  static final List<String> PORTAL_KINDS = List.of("jlog", "h2");

  /** The data itself, never to be written to; tests run in the directory of their module. */
  private static final Path ORIGINAL = Path.of("src/test/data/f92eff9");

  private KeptData() {}

  /** A file or directory that is only read. */
  static Path original(String name) {
    return ORIGINAL.resolve(name);
  }

  /** The text of a file. */
  static String text(String name) throws IOException {
    return Files.readString(original(name), StandardCharsets.UTF_8);
  }

  /** Copies a directory with all that is in it. */
  static Path copy(Path from, Path to) throws IOException {
    return copy(from, to, name -> name);
  }

  /**
   * Copies a directory under other names.
   *
   * @param rename gives the new name for a name, both relative and with slashes
   */
  static Path copy(Path from, Path to, UnaryOperator<String> rename) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.sorted().toList()) {
        Path target = to.resolve(rename.apply(from.relativize(source).toString()));
        if (Files.isDirectory(source)) {
          makeDirectory(target);
        } else {
          write(target, Files.readAllBytes(source));
        }
      }
    }
    return to;
  }

  /**
   * Unpacks the entries of a zip file whose names begin with {@code directory}.
   *
   * @param directory ends with a slash, or is empty for everything
   * @param to where the rest of each name goes
   * @throws IOException also if there is no such entry
   */
  static Path unpack(String zip, String directory, Path to) throws IOException {
    int files = 0;
    try (InputStream file = Files.newInputStream(original(zip));
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().startsWith(directory)) {
          continue;
        }
        Path target = to.resolve(entry.getName().substring(directory.length()));
        if (entry.isDirectory()) {
          makeDirectory(target);
        } else {
          write(target, in.readAllBytes());
          files++;
        }
      }
    }
    if (files == 0) {
      throw new IOException(zip + " has no file in " + directory);
    }
    return to;
  }

  /**
   * Replaces a text wherever a file has it, in UTF-8 or UTF-16.
   *
   * @param other as long as {@code text}
   * @throws IOException also if no file has it
   */
  static void alter(Path root, String text, String other) throws IOException {
    int altered = 0;
    for (Map.Entry<String, String> file : Trees.of(root).entrySet()) {
      String content = file.getValue();
      for (Charset form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        content = content.replace(octets(text, form), octets(other, form));
      }
      if (!content.equals(file.getValue())) {
        write(root.resolve(file.getKey()), content.getBytes(StandardCharsets.ISO_8859_1));
        altered++;
      }
    }
    if (altered == 0) {
      throw new IOException("no file in " + root + " has the text " + text);
    }
  }

  /** Each octet as one character. */
  private static String octets(String text, Charset form) {
    return new String(text.getBytes(form), StandardCharsets.ISO_8859_1);
  }

  private static void makeDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    setMode(directory, "rwx------");
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    setMode(file, "rw-------");
  }

  private static void setMode(Path path, String mode) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }
}
