package dev.meshsim.ssh;

import dev.meshsim.error.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code known_hosts} file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). Every line is kept
 * or refused: writing what was read gives the same lines, apart from white space.
 *
 * @param lines the lines, blank ones left out
 */
public record KnownHosts(List<Line> lines) {

  private static final String FILE = "known_hosts";
  private static final Set<String> MARKERS = Set.of("@cert-authority", "@revoked");
  // Patterns and addresses in commas, or one hashed name: |1|salt|hash.
  private static final Pattern HOSTS =
      Pattern.compile("\\|1\\|[A-Za-z0-9+/=]+\\|[A-Za-z0-9+/=]+|[^\\s|@#\"][^\\s|\"]*");

  /** Copies the list. */
  public KnownHosts {
    lines = List.copyOf(lines);
  }

  /** A line: the key of hosts, or a comment. */
  public sealed interface Line {

    /** The line without its end. */
    String text();

    /** Its number in the file that it was read from, from 1; 0 if it was not read. */
    int number();
  }

  /**
   * A comment.
   *
   * @param text the line with its {@code #}
   */
  public record Comment(int number, String text) implements Line {}

  /**
   * The key of hosts.
   *
   * @param marker {@code @cert-authority} or {@code @revoked}, or null
   * @param hosts patterns with commas between, or one hashed name
   * @param comment what follows the key, or null
   */
  public record Host(
      int number, @Nullable String marker, String hosts, SshPublicKey key, @Nullable String comment)
      implements Line {

    @Override
    public String text() {
      return (marker == null ? "" : marker + " ")
          + hosts
          + " "
          + key
          + (comment == null ? "" : " " + comment);
    }

    /** True if the names of the hosts are hashed, so that they can be checked but not read. */
    public boolean isHashed() {
      return hosts.startsWith("|");
    }

    /** The marker if there is one, and the hosts: the beginning of the line. */
    public String address() {
      return (marker == null ? "" : marker + " ") + hosts;
    }
  }

  /**
   * Reads a file.
   *
   * @throws SshTextException with code {@code ssh.bad-line} at the first line that is not of the
   *     form
   */
  public static KnownHosts read(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stripped = line.strip();
      if (stripped.startsWith("#")) {
        lines.add(new Comment(number, stripped));
      } else if (!stripped.isEmpty()) {
        lines.add(host(number, stripped));
      }
    }
    return new KnownHosts(lines);
  }

  /**
   * The key of hosts from its parts.
   *
   * @param address the marker if there is one, and the hosts
   * @throws SshTextException if one of them is not of its form
   */
  public static Host host(String address, String algorithm, String base64) {
    Host made = host(0, address + " " + algorithm + " " + base64);
    if (!made.address().equals(address) || made.comment() != null) {
      throw SshTextException.line(FILE, 0, "has an address that is none");
    }
    return made;
  }

  private static Host host(int number, String line) {
    List<String> fields = new ArrayList<>(List.of(line.split("[ \\t]+", 5)));
    @Nullable String marker = fields.get(0).startsWith("@") ? fields.remove(0) : null;
    if (marker != null && !MARKERS.contains(marker)) {
      throw SshTextException.line(FILE, number, "has the unknown marker " + Quote.brief(marker));
    }
    if (fields.size() < 3) {
      throw SshTextException.line(FILE, number, "has not the fields hosts, algorithm and key");
    }
    String hosts = fields.get(0);
    if (!HOSTS.matcher(hosts).matches()) {
      throw SshTextException.line(FILE, number, "begins with no host: " + Quote.brief(hosts));
    }
    try {
      SshPublicKey key = SshPublicKey.read(fields.get(1), fields.get(2));
      return new Host(number, marker, hosts, key, comment(fields.subList(3, fields.size())));
    } catch (KeyTextException e) {
      throw SshTextException.line(FILE, number, e.problem());
    }
  }

  private static @Nullable String comment(List<String> rest) {
    String comment = String.join(" ", rest).strip();
    return comment.isEmpty() ? null : comment;
  }

  /** The keys, without the comments. */
  public List<Host> hosts() {
    return lines.stream()
        .flatMap(line -> Optional.ofNullable(line instanceof Host h ? h : null).stream())
        .toList();
  }

  /** The file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
