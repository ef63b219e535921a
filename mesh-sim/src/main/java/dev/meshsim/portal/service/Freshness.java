package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.protect.Admission;
import dev.meshsim.protect.ReplayMemory;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.World;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Refuses copies of signed requests. A request must name the challenge from Hello, and is accepted
 * once. Thread-safe.
 *
 * <p>If one process at a time has the store, the challenge is random and lives as long as this
 * service, and the nonces of the last minutes are remembered in memory: no other process accepts
 * the request, and neither does this portal after a restart.
 *
 * <p>If several processes have the store, their challenges are made of a secret in it and the time,
 * and each request is claimed in the store with the change that it makes, or by itself if it makes
 * none. So what a client signs for one process is accepted by any, and by one of them only.
 */
final class Freshness {

  private static final int CHALLENGE_OCTETS = 16;
  private static final int SECRET_OCTETS = 32;

  /** Begins the names of envelopes, so that none is that of a signed request. */
  private static final String PROTECTED = "protected/";

  private static final String HMAC = "HmacSHA256";

  /** How long a shared challenge is given; it is accepted for one such time before and after. */
  private static final Duration GIVEN = Duration.ofHours(1);

  private final Supplier<Instant> clock;
  private final Duration clockSkew;
  private final String challenge;
  private final Supplier<Optional<Bytes>> shared;
  private volatile @Nullable Optional<Bytes> secret;
  private final ReplayMemory memory;

  /** The freshness of a service that has its store for itself. */
  Freshness(String challenge, Supplier<Instant> clock, PortalPolicy policy) {
    this(challenge, Optional::empty, clock, policy);
  }

  private Freshness(
      String challenge,
      Supplier<Optional<Bytes>> shared,
      Supplier<Instant> clock,
      PortalPolicy policy) {
    this.challenge = challenge;
    this.shared = shared;
    this.clock = clock;
    this.clockSkew = policy.clockSkew();
    this.memory = new ReplayMemory(this::now, clockSkew, policy.maxSignedRequests());
  }

  /** Draws the challenge of a service that is opened; a shared secret is read when it is needed. */
  static Freshness of(World world, String domain, PortalStore store, PortalPolicy policy) {
    Bytes drawn = Bytes.of(world.stream("portal " + domain, "challenge").bytes(CHALLENGE_OCTETS));
    Supplier<Bytes> fresh =
        () -> Bytes.of(world.stream("portal " + domain, "secret").bytes(SECRET_OCTETS));
    return new Freshness(
        drawn.base64Url(),
        policy.sharing() ? () -> store.shared(fresh) : Optional::empty,
        world::now,
        policy);
  }

  /**
   * Reads the secret, if it was not read yet; not in a transaction, which must not ask the store.
   */
  void prepare() {
    secret();
  }

  /** The secret that the processes on the store share; empty if there is one process. */
  private Optional<Bytes> secret() {
    Optional<Bytes> known = secret;
    if (known == null) {
      known = shared.get();
      secret = known;
    }
    return known;
  }

  /** The challenge to give now: 22 characters of base64url. */
  String challenge() {
    return secret().map(key -> challenge(key, window(now()))).orElse(challenge);
  }

  private static long window(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), GIVEN.toSeconds());
  }

  private static String challenge(Bytes secret, long window) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.toArray(), HMAC));
      byte[] made = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
      return Bytes.of(Arrays.copyOf(made, CHALLENGE_OCTETS)).base64Url();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks " + HMAC, e);
    }
  }

  private boolean isChallenge(@Nullable String named) {
    Optional<Bytes> key = secret();
    if (key.isEmpty() || named == null) {
      return challenge.equals(named);
    }
    long window = window(now());
    return LongStream.rangeClosed(window - 1, window + 1)
        .anyMatch(each -> challenge(key.get(), each).equals(named));
  }

  /** Checks the challenge and the time, before the work of verifying a signature. */
  void requireFresh(RequestClaims claims) {
    if (!isChallenge(claims.challenge())) {
      throw Refusal.of(
          RefusalReason.CHALLENGE,
          "the request does not name a challenge that this portal gave lately; say Hello and sign"
              + " it again");
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
   * Marks a request as used: at once, or if the store is shared, with the transaction.
   *
   * @param token identifies the caller: a store may run the work of a transaction twice, so a
   *     second use by one caller is accepted
   */
  void use(PortalStore.Transaction tx, RequestEnvelope envelope, Object token) {
    if (secret().isEmpty()) {
      useInMemory(envelope, token);
      return;
    }
    if (!tx.claim(name(envelope), envelope.claims().issued(), forgotten())) {
      throw usedAlready();
    }
  }

  /**
   * The rule for protected requests: the same challenges, and each envelope taken once, in a memory
   * of its own or with a claim in a transaction of its own.
   *
   * @param most the most envelopes that are remembered
   */
  Admission admission(PortalStore store, int most) {
    Admission alone = Admission.of(this::isChallenge, new ReplayMemory(this::now, clockSkew, most));
    return new Admission() {
      @Override
      public boolean isCurrent(String challenge) {
        return alone.isCurrent(challenge);
      }

      @Override
      public ReplayMemory.Outcome take(String name, Instant sealed) {
        if (secret().isEmpty()) {
          return alone.take(name, sealed);
        }
        boolean first = store.transact(tx -> tx.claim(PROTECTED + name, sealed, forgotten()));
        return first ? ReplayMemory.Outcome.TAKEN : ReplayMemory.Outcome.COPY;
      }
    };
  }

  /** Thrice: a request may be signed so much ahead, and the clocks of processes may differ. */
  private Instant forgotten() {
    return now().minus(clockSkew.multipliedBy(3));
  }

  private static String name(RequestEnvelope envelope) {
    return envelope.key() + "/" + envelope.claims().nonce();
  }

  private static Refusal usedAlready() {
    return Refusal.of(RefusalReason.USED, "the request has been used already; sign it again");
  }

  /** Marks a request as used at once; see {@link #use}. */
  void useInMemory(RequestEnvelope envelope, Object token) {
    switch (memory.use(name(envelope), envelope.claims().issued(), token)) {
      case TAKEN -> {}
      case COPY -> throw usedAlready();
      case FULL ->
          throw Refusal.of(
              RefusalReason.OVERLOADED, "the portal remembers as many signed requests as it can");
    }
  }

  private Instant now() {
    return clock.get().truncatedTo(ChronoUnit.MILLIS);
  }
}
