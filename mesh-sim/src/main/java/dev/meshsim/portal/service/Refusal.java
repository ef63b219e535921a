package dev.meshsim.portal.service;

import dev.meshsim.protocol.Status;

/** A failure that ends a request with a status; it never leaves {@link MeshService}. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String description) {
    super(description, null, false, false);
    this.status = status;
  }

  static Refusal unauthorized(String description) {
    return new Refusal(Status.CLIENT_UNAUTHORIZED, description);
  }

  static Refusal notFound(String description) {
    return new Refusal(Status.NOT_FOUND, description);
  }

  static Refusal exists(String description) {
    return new Refusal(Status.ALREADY_EXISTS, description);
  }

  /** The stored version is another than the one that the request was made from. */
  static Refusal conflict(String description) {
    return new Refusal(Status.ALREADY_EXISTS, description);
  }

  static Refusal bad(String description) {
    return new Refusal(Status.BAD_REQUEST, description);
  }

  int status() {
    return status;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
