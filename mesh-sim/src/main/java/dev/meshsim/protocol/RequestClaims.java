package dev.meshsim.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The protected header members of a {@link RequestEnvelope} that bind a request to one account, one
 * portal and one use.
 *
 * @param account the account that the request is about ({@code sub})
 * @param domain the domain of the portal that it is addressed to ({@code aud})
 * @param challenge the challenge from the portal's Hello ({@code challenge}); null in a request
 *     that names none, which no portal accepts
 * @param issued the time of signing, in milliseconds ({@code iat})
 * @param nonce a number used once, at most {@value #LONGEST} characters ({@code jti})
 */
public record RequestClaims(
    String account, String domain, @Nullable String challenge, Instant issued, String nonce) {

  /** The most characters of a nonce and of a challenge. */
  public static final int LONGEST = 128;

  /**
   * Checks the lengths of the texts that a portal remembers.
   *
   * @throws EnvelopeException if one is empty or too long
   */
  public RequestClaims {
    requireShort("jti", nonce);
    if (challenge != null) {
      requireShort("challenge", challenge);
    }
  }

  private static void requireShort(String member, String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new EnvelopeException(
          "its " + member + " has " + text.length() + " characters, not 1 to " + LONGEST);
    }
  }
}
