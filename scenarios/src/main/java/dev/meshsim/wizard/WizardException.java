package dev.meshsim.wizard;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A conversation that cannot be held. */
public final class WizardException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NO_TERMINAL(
        "wizard.no-terminal",
        "There is no terminal to ask a person.",
        "name what to do with a subcommand and its options; --help lists them"),
    CANNOT_ERASE(
        "wizard.cannot-erase",
        "The terminal cannot erase what it shows, so a secret would stay on it.",
        "set TERM to the kind of terminal that it is, or use a subcommand and its options"),
    TOO_NARROW(
        "wizard.too-narrow",
        "The terminal has too few columns to show a share on one line.",
        "make its window wider, or use a subcommand and its options");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private WizardException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  /**
   * No terminal.
   *
   * @param command the command that asks, {@code mesh-sim manager} for example
   * @param example a form of it that asks nothing
   */
  public static WizardException noTerminal(String command, String example) {
    return new WizardException(
        Code.NO_TERMINAL,
        command + " asks questions, and standard input and output are no terminal",
        "name what to do, for example " + example + "; " + command + " --help lists all");
  }

  /** A terminal that cannot erase. */
  public static WizardException cannotErase(String type) {
    return new WizardException(
        Code.CANNOT_ERASE,
        "a terminal of the type " + type + " cannot erase what it shows",
        Code.CANNOT_ERASE.hint());
  }

  /** Too few columns. */
  public static WizardException tooNarrow(int columns, int needed) {
    return new WizardException(
        Code.TOO_NARROW,
        "the terminal has " + columns + " columns, and " + needed + " are needed",
        Code.TOO_NARROW.hint());
  }
}
