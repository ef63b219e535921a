package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Refuses copies of signed requests. A service draws a random challenge when it is opened, and a
 * request must name it; so no other process accepts the request, on this store or another, and
 * neither does this portal after a restart. Within the process each request is accepted once: the
 * nonces of the last minutes are remembered. Thread-safe.
 */
final class Freshness {

  private static final int CHALLENGE_OCTETS = 16;

  private final Supplier<Instant> clock;
  private final Duration clockSkew;
  private final int mostRemembered;
  private final String challenge;
  private final Map<String, Use> used = new LinkedHashMap<>();
  private Instant forgottenUpTo = Instant.MIN;

  Freshness(String challenge, Supplier<Instant> clock, PortalPolicy policy) {
    this.challenge = challenge;
    this.clock = clock;
    this.clockSkew = policy.clockSkew();
    this.mostRemembered = policy.maxSignedRequests();
  }

  /** Draws the challenge of a service that is opened. */
  static Freshness of(World world, String domain, PortalPolicy policy) {
    Bytes drawn = Bytes.of(world.stream("portal " + domain, "challenge").bytes(CHALLENGE_OCTETS));
    return new Freshness(drawn.base64Url(), world::now, policy);
  }

  /** The challenge of this process: 22 characters of base64url. */
  String challenge() {
    return challenge;
  }

  /** Checks the challenge and the time, before the work of verifying a signature. */
  void requireFresh(RequestClaims claims) {
    if (!challenge.equals(claims.challenge())) {
      throw Refusal.of(
          RefusalReason.CHALLENGE,
          "the request does not name the challenge of this portal process; say Hello and sign it"
              + " again");
    }
    Instant now = now();
    Duration away = Duration.between(claims.issued(), now).abs();
    if (away.compareTo(clockSkew) > 0) {
      throw Refusal.of(
          RefusalReason.CLOCK,
          "the request was signed at " + claims.issued() + ", and here it is " + now);
    }
  }

  /**
   * Marks a request as used.
   *
   * @param token identifies the caller: a store may run the work of a transaction twice, so a
   *     second use by one caller is accepted
   */
  synchronized void use(RequestEnvelope envelope, Object token) {
    Instant now = now();
    forgetBefore(now.minus(clockSkew).minus(clockSkew));
    String key = envelope.key() + "/" + envelope.claims().nonce();
    Use before = used.get(key);
    Instant issued = envelope.claims().issued();
    boolean copy = before == null ? !issued.isAfter(forgottenUpTo) : !before.token().equals(token);
    if (copy) {
      throw Refusal.of(RefusalReason.USED, "the request has been used already; sign it again");
    }
    if (before == null && used.size() >= mostRemembered) {
      throw Refusal.of(
          RefusalReason.OVERLOADED, "the portal remembers as many signed requests as it can");
    }
    used.putIfAbsent(key, new Use(now, issued, token));
  }

  /**
   * Forgets requests whose time has passed. The clock may be set back afterwards, so the latest of
   * them is kept as a bound.
   */
  private void forgetBefore(Instant time) {
    Iterator<Use> oldest = used.values().iterator();
    while (oldest.hasNext()) {
      Use use = oldest.next();
      if (!use.at().isBefore(time)) {
        return;
      }
      forgottenUpTo = use.issued().isAfter(forgottenUpTo) ? use.issued() : forgottenUpTo;
      oldest.remove();
    }
  }

  private Instant now() {
    return clock.get().truncatedTo(ChronoUnit.MILLIS);
  }

  private record Use(Instant at, Instant issued, Object token) {}
}
