package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import java.util.List;

/**
 * The open connection requests of an account (developer-08 section 6.9).
 *
 * @param pending the requests, oldest first
 * @param refused the requests that the portal listed but that do not verify: the device and the
 *     reason, fit to be shown
 */
public record PendingConnections(List<PendingConnection> pending, List<String> refused) {

  /** Copies the lists. */
  public PendingConnections {
    pending = List.copyOf(pending);
    refused = refused.stream().map(Quote::of).toList();
  }

  /**
   * The request with this code.
   *
   * @param typed the whole code that the device shows, in any case, with or without dashes
   * @throws SessionException {@code session.code-incomplete} if letters are missing; {@code
   *     session.code-unknown} if no request has this code
   */
  public PendingConnection withAuthenticator(String typed) {
    int letters = ConnectionAuthenticator.lettersOf(typed).length();
    int whole = pending.stream().mapToInt(p -> p.letters()).max().orElse(letters(Dialect.MESH));
    if (letters < whole) {
      throw SessionException.codeIncomplete(letters, whole);
    }
    List<PendingConnection> matching =
        pending.stream()
            .filter(p -> ConnectionAuthenticator.matches(p.authenticator(), typed))
            .distinct()
            .toList();
    if (matching.size() != 1) {
      throw SessionException.codeUnknown(matching.size());
    }
    return matching.get(0);
  }

  private static int letters(Dialect dialect) {
    return ConnectionAuthenticator.letters(dialect);
  }
}
