package dev.meshsim.scenario.engine;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;

/** A test of the engine that has no verdict, or a selection or parameter that it cannot use. */
public final class EngineException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    UNDECIDED(
        "engine.undecided",
        "A scenario that ran as a test has no verdict: it gave up waiting or met an internal"
            + " error.",
        "run it again; the results in the directory mesh-scenario.out have the details"),
    BAD_PARAMETER(
        "engine.bad-parameter",
        "A configuration parameter of the test engine has a value that it does not accept.",
        "see the table of parameters in docs/junit.md"),
    NOT_THERE(
        "engine.not-there",
        "A file, directory or class path resource that is selected for tests does not exist.",
        "correct the name in the selector"),
    IN_ARCHIVE(
        "engine.in-archive",
        "A selected class path resource is in an archive, which the test engine does not read.",
        "put the scenarios into a directory of the class path, for example src/test/resources"),
    DUPLICATE_NAME(
        "engine.duplicate-name",
        "Two selected cases have one name, one in a file and one in a class path resource.",
        "select one of the two");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private EngineException(Code code, String place, String problem, String hint) {
    super(code, place, problem, hint, null);
  }

  /**
   * A case without a verdict.
   *
   * @param place {@code file:line:column} of the step, or the file
   * @param problem the step and the reason
   * @param repeat the command that runs the case again
   */
  static EngineException undecided(String place, String problem, String repeat) {
    return new EngineException(Code.UNDECIDED, place, problem, repeat);
  }

  static EngineException badParameter(String name, String problem, String hint) {
    return new EngineException(Code.BAD_PARAMETER, name, problem, hint);
  }

  static EngineException noResource(String name) {
    return new EngineException(
        Code.NOT_THERE,
        "",
        "the class path has no resource " + Quote.text(name),
        Code.NOT_THERE.hint());
  }

  static EngineException noFile(Path path) {
    return new EngineException(
        Code.NOT_THERE,
        "",
        "there is no file or directory " + Quote.of(path),
        Code.NOT_THERE.hint());
  }

  static EngineException inArchive(String name, String url) {
    return new EngineException(
        Code.IN_ARCHIVE,
        "",
        "the resource " + Quote.text(name) + " is not in a directory but at " + Quote.text(url),
        Code.IN_ARCHIVE.hint());
  }

  static EngineException duplicateName(String name, String first, String second) {
    return new EngineException(
        Code.DUPLICATE_NAME,
        second,
        "the name " + Quote.text(name) + " is that of another test, in " + Quote.text(first),
        Code.DUPLICATE_NAME.hint());
  }
}
