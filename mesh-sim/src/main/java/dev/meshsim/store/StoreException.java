package dev.meshsim.store;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;

/** A failure of a store of any kind that was opened for reading only. */
public final class StoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ABSENT(
        "store.absent",
        "There is no store to read.",
        "check the directory and the kind of store; nothing was made"),
    READ_ONLY(
        "store.read-only",
        "The store was opened for reading only, and a change was asked for.",
        "open the store for changes; nothing was changed");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private StoreException(Code code, String place, String problem) {
    super(code, place, problem, code.hint(), null);
  }

  /**
   * The refusal to read a store that does not exist.
   *
   * @param kind its name, for example {@code jlog}
   */
  public static StoreException absent(Path root, String kind) {
    return new StoreException(
        Code.ABSENT, Quote.of(root), "holds no store of the kind " + Quote.text(kind));
  }

  /** The refusal of a change. */
  public static StoreException readOnly(String place) {
    return new StoreException(Code.READ_ONLY, place, "is open for reading only");
  }
}
