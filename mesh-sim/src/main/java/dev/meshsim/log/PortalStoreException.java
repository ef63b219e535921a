package dev.meshsim.log;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure of a portal store, of any kind of store. */
public final class PortalStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_CHANGE(
        "log.bad-change",
        "A log cannot hold a change: a text is not Unicode or too long, or a time is out of range.",
        "correct what the message names; nothing was changed"),
    BAD_PAGE_KEY(
        "log.bad-page-key",
        "A page key was not given by a page of this request.",
        "send the key of the page before, unchanged, or none to begin again"),
    LOST(
        "log.lost",
        "A write failed, so the store accepts no further change until it is opened again.",
        "see to the disk, then open the logs again; what was acknowledged is intact"),
    TRANSFER_NOT_EMPTY(
        "log.transfer-not-empty",
        "Records are copied to an empty portal store only, and this one has records.",
        "name a new place for the copy"),
    TRANSFER_GAP(
        "log.transfer-gap",
        "A record is missing in the portal store that is copied.",
        "run check on the store; the copy holds what came before and is not complete"),
    NO_KEYS(
        "log.no-keys",
        "A portal store of this kind keeps no keys of the portal.",
        "use another kind of store, or no protection of messages"),
    UNKNOWN_STORE(
        "log.unknown-store", "There is no portal store of that name.", "choose one of them");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private PortalStoreException(Code code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  private PortalStoreException(Code code, String problem) {
    super(code, problem);
  }

  /** A change that no log can hold: text that is not Unicode, or too much of it. */
  public static PortalStoreException badChange(String problem, String hint) {
    return new PortalStoreException(Code.BAD_CHANGE, problem, hint, null);
  }

  /** A page key that no page of this store gave. */
  public static PortalStoreException badPageKey(String pageKey) {
    return new PortalStoreException(
        Code.BAD_PAGE_KEY, Quote.text(pageKey) + " is not a page key of this request");
  }

  /** A failed write: the store refuses all changes until it is opened again. */
  public static PortalStoreException lost(Throwable cause) {
    return new PortalStoreException(
        Code.LOST,
        "the change was not made durable, and no further one is accepted: " + problemOf(cause),
        Code.LOST.hint(),
        cause);
  }

  static PortalStoreException transferNotEmpty() {
    return new PortalStoreException(
        Code.TRANSFER_NOT_EMPTY,
        "the store to copy to has records already; an empty one is expected");
  }

  static PortalStoreException transferGap(long expected, long found) {
    return new PortalStoreException(
        Code.TRANSFER_GAP,
        "the store to copy from has no record TID:" + expected + "; the next is TID:" + found);
  }

  static PortalStoreException noKeys() {
    return new PortalStoreException(
        Code.NO_KEYS, "the portal's store keeps no keys for protected messages");
  }

  static PortalStoreException unknownStore(String name, List<String> known) {
    return new PortalStoreException(
        Code.UNKNOWN_STORE,
        "there is no portal store named " + name + "; there are: " + String.join(", ", known));
  }
}
