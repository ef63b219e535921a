package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portal store that does not do what was asked of it; one nested class for each reason. */
public abstract class PortalStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  PortalStoreException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  PortalStoreException(String code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  /** A change that no log can hold: text that is not Unicode, or too much of it. */
  public static final class BadChange extends PortalStoreException {

    private static final long serialVersionUID = 1L;

    public BadChange(String problem, String hint) {
      super("log.bad-change", problem, hint);
    }
  }

  /** A page key that no page of this store gave. */
  public static final class UnknownPageKey extends PortalStoreException {

    private static final long serialVersionUID = 1L;

    /** Makes the refusal of {@code pageKey}. */
    public UnknownPageKey(String pageKey) {
      super(
          "log.page-key",
          "'" + pageKey + "' is not a page key of this request",
          "send the key of the page before, unchanged, or none to begin again");
    }
  }

  /** A store that could not write: it refuses all changes until it is opened again. */
  public static final class StoreLost extends PortalStoreException {

    private static final long serialVersionUID = 1L;

    public StoreLost(Throwable cause) {
      super(
          "log.lost",
          "the change was not made durable, and no further one is accepted: " + reason(cause),
          "see to the disk, then open the logs again; what was acknowledged is intact",
          cause);
    }

    private static String reason(Throwable cause) {
      return cause instanceof MeshException e ? e.problem() : cause.toString();
    }
  }

  /** Records of one portal store that cannot become those of another. */
  public static final class TransferFailed extends PortalStoreException {

    private static final long serialVersionUID = 1L;

    private TransferFailed(String code, String problem, String hint) {
      super(code, problem, hint);
    }

    static TransferFailed notEmpty() {
      return new TransferFailed(
          "log.transfer-not-empty",
          "the store to copy to has records already; an empty one is expected",
          "name a new place for the copy");
    }

    static TransferFailed gap(long expected, long found) {
      return new TransferFailed(
          "log.transfer-gap",
          "the store to copy from has no record TID:" + expected + "; the next is TID:" + found,
          "run check on the store; the copy holds what came before and is not complete");
    }
  }

  /** There is no portal store of that name. */
  public static final class UnknownStore extends PortalStoreException {

    private static final long serialVersionUID = 1L;

    UnknownStore(String name, List<String> known) {
      super(
          "log.unknown-store",
          "there is no portal store named " + name + "; there are: " + String.join(", ", known),
          "choose one of them");
    }
  }
}
