package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.store.Failures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Merges a .reg file into a key, as regedit does: keys and values are set or removed line by line,
 * and a later line wins. Keys outside the one to merge into are refused, and so is every line that
 * regedit passes over, except comments.
 */
public final class RegReader {

  private static final int LONGEST_KEY_NAME = 255;
  private static final int LONGEST_VALUE_NAME = 16_383;
  private static final int DEEPEST = 512;

  private final Path file;
  private final String rootPath;
  private final RegistryKey root;
  private final Failures problems;
  private @Nullable RegistryKey current;
  private String lastLine = "";

  private RegReader(Path file, String rootPath, RegistryKey root, Failures problems) {
    this.file = file;
    this.rootPath = rootPath;
    this.root = root;
    this.problems = problems;
  }

  /**
   * Merges a file.
   *
   * @param rootPath the full name of {@code root}, in any case
   * @param problems gets every line that cannot be read
   * @return the last line that is not blank
   */
  public static String merge(
      Path file, Bytes octets, String rootPath, RegistryKey root, Failures problems) {
    RegReader reader = new RegReader(file, rootPath, root, problems);
    problems.attempt(() -> reader.read(RegText.of(file, octets)));
    return reader.lastLine;
  }

  private void read(String text) {
    RegScanner scanner = new RegScanner(text);
    String content = text.stripTrailing();
    lastLine = content.substring(content.lastIndexOf('\n') + 1);
    while (scanner.nextStatement()) {
      try {
        readStatement(scanner);
      } catch (RegScanner.Unreadable e) {
        problems.add(
            RegistryException.syntax(new FileLine(file, scanner.statementLine()), e.problem()));
        scanner.skipStatement();
      }
    }
  }

  private void readStatement(RegScanner scanner) throws RegScanner.Unreadable {
    int number = scanner.statementLine();
    if (scanner.take("[")) {
      boolean delete = scanner.takeHere("-");
      String path = scanner.keyPath();
      scanner.requireEnd();
      if (delete) {
        current = null;
        delete(path, number);
      } else {
        current = find(path, number, true);
      }
      return;
    }
    String name = scanner.take("@") ? "" : scanner.name();
    if (name.length() > LONGEST_VALUE_NAME) {
      throw new RegScanner.Unreadable(
          "a value's name has at most "
              + LONGEST_VALUE_NAME
              + " characters, and this one "
              + name.length());
    }
    scanner.require("=");
    RegistryValue value = scanner.value(name, new FileLine(file, number));
    scanner.requireEnd();
    RegistryKey key = current;
    if (key == null) {
      throw new RegScanner.Unreadable("a value stands below the [key] that it belongs to");
    }
    if (value == null) {
      key.unset(name);
    } else {
      key.set(value);
    }
  }

  private void delete(String path, int number) throws RegScanner.Unreadable {
    int last = path.lastIndexOf('\\');
    if (NameOrder.same(path, rootPath)) {
      throw new RegScanner.Unreadable(
          "[" + rootPath + "] itself is not removed; remove the keys in it, each on its line");
    }
    RegistryKey parent = find(path.substring(0, Math.max(last, 0)), number, false);
    if (parent != null) {
      parent.delete(path.substring(last + 1));
    }
  }

  /** The key of that path; null if it is not there and not to be made. */
  private @Nullable RegistryKey find(String path, int number, boolean make)
      throws RegScanner.Unreadable {
    if (NameOrder.same(path, rootPath)) {
      return root;
    }
    if (!NameOrder.of(path).startsWith(NameOrder.of(rootPath) + '\\')) {
      throw new RegScanner.Unreadable(
          "the key ["
              + Quote.line(path)
              + "] is not below ["
              + rootPath
              + "], which is all that belongs here");
    }
    String[] names = path.substring(rootPath.length() + 1).split("\\\\", -1);
    if (names.length > DEEPEST) {
      throw new RegScanner.Unreadable("keys are nested at most " + DEEPEST + " deep");
    }
    RegistryKey key = root;
    for (String name : names) {
      if (name.isEmpty() || name.length() > LONGEST_KEY_NAME) {
        throw new RegScanner.Unreadable(
            "a key's name has 1 to " + LONGEST_KEY_NAME + " characters");
      }
      key = make ? key.make(name, new FileLine(file, number)) : key.key(name);
      if (key == null) {
        return null;
      }
    }
    return key;
  }
}
