package dev.meshsim.report.document.template;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;

/** A template with problems; the message is the first one, at {@code file:line:column}. */
public final class DocumentException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CHARACTER(
        "document.character",
        "An example has characters that the document's format cannot show.",
        "show another part of the message, or link its exact file"),
    CLOSED(
        "document.closed",
        "A section of a template does not end where it must, or an end has no begin.",
        "write <?mesh end?> once for each if and each"),
    FILE(
        "document.file",
        "A file that a template names, or the template, cannot be read.",
        "correct the path; it is relative to the template's directory"),
    FOREIGN(
        "document.foreign",
        "A file that a document needs is there and was not written by an earlier build.",
        "move the file away, or name another directory with --out"),
    NAME(
        "document.name",
        "Two things of a template, or two documents of a build, have one name.",
        "rename one of the two"),
    PART(
        "document.part",
        "A message has no such part.",
        "name a part that the message has; the exact files show them"),
    SECRET(
        "document.secret",
        "A document would show a secret that the template did not ask for.",
        "show another part, or write secret: before the form if this very value is to be printed"),
    SYNTAX(
        "document.syntax",
        "A placeholder is not written as docs/documents.md says.",
        "write <?mesh FORM MESSAGE option=value?>"),
    UNDECIDED(
        "document.undecided",
        "A scenario that a template names did not pass, so its messages are not examples.",
        "run the scenario with mesh-sim run and correct it"),
    UNKNOWN(
        "document.unknown",
        "A template names a form, option, scenario, message, key or part that does not exist.",
        "correct the name; docs/documents.md lists the forms"),
    VALUE(
        "document.value",
        "An option of a placeholder has a value that it does not take.",
        "write one of the values that the message names");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient List<DocumentProblem> problems;

  /** A template with problems, at least one, in the order of the text. */
  public DocumentException(List<DocumentProblem> problems) {
    super(
        problems.get(0).code(),
        problems.get(0).place().toString(),
        problems.get(0).text(),
        problems.get(0).hint(),
        null);
    this.problems = List.copyOf(problems);
  }

  /** A problem with a file as a whole. */
  public static DocumentException file(Code code, String file, String text, String hint) {
    return new DocumentException(
        List.of(new DocumentProblem(new TemplatePlace(Quote.of(file), 1, 1), code, text, hint)));
  }

  /** The problems, in the order of the text; at least one. */
  public List<DocumentProblem> problems() {
    return problems;
  }
}
