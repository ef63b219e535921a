package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import java.util.Objects;

/**
 * An account whose portal could not be given what the machine has.
 *
 * @param account {@code user@domain}
 * @param reason why not
 */
public record AccountBehind(String account, MeshException reason) {

  /** Checks that nothing is null. */
  public AccountBehind {
    Objects.requireNonNull(account);
    Objects.requireNonNull(reason);
  }

  /** The account and the reason, as a sentence. */
  @Override
  public String toString() {
    return account + ": " + reason.problem();
  }
}
