package dev.meshsim.session;

import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * The open connection requests of an account (developer-08 section 6.9).
 *
 * @param pending the requests, oldest first
 * @param refused what the portal listed but is not to be believed, each with the reason
 */
public record PendingConnections(List<PendingConnection> pending, List<String> refused) {

  /** Copies the lists. */
  public PendingConnections {
    pending = List.copyOf(pending);
    refused = List.copyOf(refused);
  }

  /**
   * The request whose code begins with what a person typed: at least three groups, dashes and case
   * as they like.
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
