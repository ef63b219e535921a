package dev.meshsim.ssh;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;

/** A text of OpenSSH that was refused; the problem names the line. */
public final class SshTextException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_LINE(
        "ssh.bad-line",
        "A line of known_hosts or authorized_keys is not of its form.",
        "correct or remove the line; ssh-keygen -l -f shows which lines it reads"),
    WOULD_LOSE(
        "ssh.would-lose",
        "A file has lines that are not in the application, and writing it would lose them.",
        "add them to the application first, or write to another directory"),
    NO_FORM(
        "ssh.no-form",
        "OpenSSH has no form for this kind of key.",
        "make an Ed25519, P-256 or RSA key");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private SshTextException(Code code, String problem) {
    super(code, problem);
  }

  static SshTextException line(String file, int line, String problem) {
    String place = line == 0 ? "an entry for " : "line " + line + " of ";
    return new SshTextException(Code.BAD_LINE, place + file + " " + problem);
  }

  /** Two keys of one kind for the same hosts, of which an application holds only one. */
  public static SshTextException twoKeys(int line, int other, String algorithm) {
    return line(
        "known_hosts", line, "has another " + algorithm + " key for the hosts of line " + other);
  }

  /** A file with a line that writing it would lose. */
  public static SshTextException wouldLose(Path file, String line) {
    return new SshTextException(
        Code.WOULD_LOSE,
        Quote.of(file) + " has a line that the application has not: " + Quote.brief(line));
  }

  /** A key that OpenSSH has no form for. */
  public static SshTextException noForm(String kind) {
    return new SshTextException(Code.NO_FORM, "OpenSSH has no form for a key of " + kind);
  }
}
