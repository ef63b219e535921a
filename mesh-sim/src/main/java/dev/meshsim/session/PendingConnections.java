package dev.meshsim.session;

import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * The open connection requests of an account (developer-08 section 6.9).
 *
 * @param pending the requests, oldest first
 * @param refused the requests that the portal listed but that do not verify: the device and the
 *     reason
 */
public record PendingConnections(List<PendingConnection> pending, List<String> refused) {

  /** Copies the lists. */
  public PendingConnections {
    pending = List.copyOf(pending);
    refused = List.copyOf(refused);
  }

  /**
   * The request whose code begins with the typed text: at least 12 letters or digits, in any case
   * and with or without dashes. Empty if no request matches, or several do.
   */
  public Optional<PendingConnection> withAuthenticator(String typed) {
    String letters = typed.replace("-", "").trim();
    List<PendingConnection> matching =
        pending.stream().filter(p -> Udf.parse(p.authenticator()).matchesPrefix(typed)).toList();
    return letters.length() >= 12 && matching.size() == 1
        ? Optional.of(matching.get(0))
        : Optional.empty();
  }
}
