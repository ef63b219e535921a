package dev.meshsim.protocol;

import dev.meshsim.error.MeshException;

/** A text that is not a portal account name. */
public final class AccountNameException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  AccountNameException(String text, String reason) {
    super(
        "protocol.bad-account",
        "not an account name: \"" + text + "\": " + reason,
        "write it as user@domain, for example alice@example.com");
    this.reason = reason;
  }

  /** What is wrong with it, in a few words. */
  public String reason() {
    return reason;
  }
}
