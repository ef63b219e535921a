package dev.meshsim.error;

/** A failure for tests of the code that handles failures of any family. */
public final class TestFailure extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    WIDE("test.wide", "A test directory is open to others.", "run chmod 700"),
    LOST("test.lost", "A test directory is gone.", "restore it"),
    FULL("test.full", "The disk of a test is full.", "make room");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  /** Makes a failure without a place. */
  public TestFailure(Code code, String problem) {
    super(code, problem);
  }

  /** Makes a failure at a place. */
  public TestFailure(Code code, String place, String problem) {
    super(code, place, problem, code.hint(), null);
  }
}
