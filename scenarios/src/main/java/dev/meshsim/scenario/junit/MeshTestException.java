package dev.meshsim.scenario.junit;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;

/** A simulated Mesh that a test declares wrongly, or the seed of a test that failed. */
public final class MeshTestException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    SEED(
        "junit.seed",
        "A test in a seeded world failed; this note, suppressed in its failure, has the seed.",
        "repeat the test with this seed"),
    NO_SUCH_PORTAL(
        "junit.no-such-portal",
        "A parameter of a test names a portal that the test does not declare.",
        "add its domain to the portals of @MeshTest"),
    BAD_SEED(
        "junit.bad-seed",
        "The configuration parameter mesh-test.seed is not a whole number.",
        "write for example -Dmesh-test.seed=7");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private MeshTestException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static MeshTestException seed(long seed, String virtualTime) {
    MeshTestException note =
        new MeshTestException(
            Code.SEED,
            "the seed of this test's world is " + seed + ", and its time was " + virtualTime,
            "repeat with @MeshTest(seed = " + seed + ") or -D" + MeshExtension.SEED + "=" + seed);
    note.setStackTrace(new StackTraceElement[0]);
    return note;
  }

  static MeshTestException noSuchPortal(String domain, List<String> there) {
    return new MeshTestException(
        Code.NO_SUCH_PORTAL,
        "the test has no portal "
            + Quote.text(domain)
            + "; it has "
            + Quote.of(String.join(", ", there)),
        Code.NO_SUCH_PORTAL.hint());
  }

  static MeshTestException badSeed(String value) {
    return new MeshTestException(
        Code.BAD_SEED,
        MeshExtension.SEED + " is a whole number, not " + Quote.text(value),
        Code.BAD_SEED.hint());
  }
}
