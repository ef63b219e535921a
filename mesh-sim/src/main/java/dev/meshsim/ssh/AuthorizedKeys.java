package dev.meshsim.ssh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an {@code authorized_keys} file (sshd(8), AUTHORIZED_KEYS FILE FORMAT). Every line is
 * kept or refused.
 *
 * @param keys the keys in the order of the file; comment lines and blank lines are left out
 */
public record AuthorizedKeys(List<Key> keys) {

  private static final String FILE = "authorized_keys";

  /** Copies the list. */
  public AuthorizedKeys {
    keys = List.copyOf(keys);
  }

  /**
   * A key that may log in.
   *
   * @param options what restricts it, as it is written, or null
   * @param comment what follows the key, or null
   */
  public record Key(@Nullable String options, SshPublicKey key, @Nullable String comment) {

    /** A key without restrictions. */
    public static Key of(SshPublicKey key, String comment) {
      return new Key(null, key, oneLine(comment));
    }

    /** The line without its end. */
    public String text() {
      return (options == null ? "" : options + " ") + key + (comment == null ? "" : " " + comment);
    }
  }

  /** A text of others on one line of printable characters. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /**
   * Reads a file.
   *
   * @throws SshTextException with code {@code ssh.bad-line} at the first line that is not of the
   *     form
   */
  public static AuthorizedKeys read(String text) {
    List<Key> keys = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        keys.add(key(number, stripped));
      }
    }
    return new AuthorizedKeys(keys);
  }

  private static Key key(int number, String line) {
    String key = Rfc4716.typeAndMore(line);
    if (key.isEmpty()) {
      throw SshTextException.line(FILE, number, "has no algorithm of a key");
    }
    String options = line.substring(0, line.length() - key.length()).strip();
    String[] fields = key.split("[ \\t]+", 3);
    try {
      return new Key(
          options.isEmpty() ? null : options,
          SshPublicKey.read(fields[0], fields.length > 1 ? fields[1] : ""),
          fields.length > 2 ? fields[2].strip() : null);
    } catch (KeyTextException e) {
      throw SshTextException.line(FILE, number, e.problem());
    }
  }

  /** The file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(key.text()).append('\n'));
    return text.toString();
  }
}
