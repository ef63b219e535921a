package dev.meshsim.protocol;

/**
 * The status codes of the protocol (json-web-service-03 section 5, mesh-reference-03 section 7).
 */
public final class Status {

  /** Done; also "created". */
  public static final int SUCCESS_CREATED = 201;

  /** Done: an existing entry has a new version. */
  public static final int SUCCESS_UPDATED = 202;

  /** The request is not one of the protocol's. */
  public static final int BAD_REQUEST = 400;

  /** The requester may not do this. */
  public static final int CLIENT_UNAUTHORIZED = 401;

  /** There is no such account, entry or request. */
  public static final int NOT_FOUND = 404;

  /** The name or entry exists, or a later version does. */
  public static final int ALREADY_EXISTS = 409;

  /** The request is larger than the portal reads. */
  public static final int TOO_LARGE = 413;

  /**
   * The request does not name a challenge that the portal gave (RFC 6585 section 3): say Hello and
   * sign it again.
   */
  public static final int CHALLENGE_REQUIRED = 428;

  /** The portal failed. */
  public static final int SERVER_INTERNAL = 500;

  /** The portal has too much to do: try again later. */
  public static final int SERVER_OVERLOAD = 503;

  /** The description that goes with success. */
  public static final String SUCCESS_TEXT = "Operation completed successfully";

  private Status() {}

  /** True for the 200s. */
  public static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
