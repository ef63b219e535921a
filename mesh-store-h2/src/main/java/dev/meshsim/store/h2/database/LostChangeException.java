package dev.meshsim.store.h2.database;

/** A change that is not durable, or of which nobody knows whether it is. */
public final class LostChangeException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String what;

  private LostChangeException(Code code, String place, String what, Throwable cause) {
    super(code, place, what, cause);
    this.place = place;
    this.what = what;
  }

  /** The disk or the connection failed in a commit: the store accepts no further change. */
  static LostChangeException notDurable(String place, Throwable cause) {
    return new LostChangeException(
        Code.LOST,
        place,
        "the change was not made durable, and no further one is accepted: " + reason(cause),
        cause);
  }

  /**
   * The server has fewer changes than this process has seen there: the store accepts no further
   * one.
   *
   * @param last the number of the last change that the server has
   * @param seen the number of the last one that this process has seen
   */
  static LostChangeException olderCopy(String place, long last, long seen) {
    return new LostChangeException(
        Code.OLDER_COPY,
        place,
        "the server has an older copy of the data, which ends with change "
            + last
            + " where change "
            + seen
            + " was; no change is accepted",
        new IllegalStateException("change " + last + " after change " + seen));
  }

  /** The connection was lost in a commit and no other can be made; later changes are accepted. */
  static LostChangeException unknownOutcome(String place, Throwable cause) {
    return new LostChangeException(
        Code.UNKNOWN_OUTCOME,
        place,
        "it is not known whether the change was made, and the server cannot be asked: "
            + reason(cause),
        cause);
  }

  /** The failure for one more caller, caused by this one. */
  LostChangeException again() {
    return new LostChangeException((Code) errorCode(), place, what, this);
  }
}
