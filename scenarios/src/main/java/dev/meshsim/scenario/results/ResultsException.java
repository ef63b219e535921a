package dev.meshsim.scenario.results;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.files.FilesException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory for results that cannot be used; the problem line begins with the path. */
public final class ResultsException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    FOREIGN(
        "results.foreign",
        "The directory for the results holds something that is no result.",
        "name a new or empty directory with --out, or move it away"),
    IN_USE(
        "results.in-use",
        "Another run writes to the directory for the results.",
        "wait until that run has ended, or name another directory with --out"),
    IO(
        "results.io",
        "The results could not be written.",
        "check the directory and the space on the disk, or name another with --out"),
    NO_PART(
        "results.no-part",
        "A directory that is to be merged has no results of a part of a suite.",
        "name the directories that mesh-sim run --shard I/N --out DIR has written"),
    DAMAGED(
        "results.damaged",
        "The recorded results of a run cannot be read.",
        "run that part of the suite again"),
    UNFINISHED(
        "results.unfinished",
        "A part of a suite was stopped before all of its cases had ended.",
        "run that part of the suite again"),
    OTHER_SUITE(
        "results.other-suite",
        "Parts that are to be merged are of different programs, options or suites.",
        "run all parts from one commit with the same paths and options"),
    NOT_ONCE(
        "results.not-once",
        "A case of the suite is in several of the merged parts, or in none.",
        "name every part of the suite, and each once"),
    NOT_APART(
        "results.not-apart",
        "The directory for merged results is the directory of a part, or in it.",
        "name another directory with --out");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ResultsException(Code code, Path place, String problem, @Nullable Throwable cause) {
    super(code, Quote.of(place), problem, code.hint(), cause);
  }

  static ResultsException foreign(Path directory, Path foreign) {
    return new ResultsException(
        Code.FOREIGN,
        directory,
        "holds " + Quote.of(foreign) + ", which is no result of a run",
        null);
  }

  static ResultsException inUse(Path directory, FilesException.FileLocked cause) {
    return new ResultsException(
        Code.IN_USE, directory, "another run writes to this directory: " + cause.holder(), cause);
  }

  static ResultsException noPart(Path directory, String why) {
    return new ResultsException(Code.NO_PART, directory, why, null);
  }

  static ResultsException damaged(Path file, String problem) {
    return new ResultsException(Code.DAMAGED, file, problem, null);
  }

  static ResultsException unreadable(Path file, IOException cause) {
    return new ResultsException(Code.DAMAGED, file, "cannot be read: " + IoReason.of(cause), cause);
  }

  static ResultsException unfinished(Path directory, int ended, int planned) {
    return new ResultsException(
        Code.UNFINISHED, directory, ended + " of " + planned + " cases have ended", null);
  }

  static ResultsException otherSuite(Path directory, Path other, String difference) {
    return new ResultsException(
        Code.OTHER_SUITE,
        directory,
        "differs from " + Quote.of(other) + " in its " + difference,
        null);
  }

  static ResultsException notOnce(Path directory, String problem) {
    return new ResultsException(Code.NOT_ONCE, directory, problem, null);
  }

  static ResultsException notApart(Path directory, Path part) {
    return new ResultsException(
        Code.NOT_APART, directory, "and " + Quote.of(part) + " are not apart", null);
  }

  /** Results that could not be written. */
  public static ResultsException io(Path path, IOException cause) {
    return new ResultsException(Code.IO, path, "cannot be written: " + IoReason.of(cause), cause);
  }
}
