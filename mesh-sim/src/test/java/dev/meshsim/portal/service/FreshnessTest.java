package dev.meshsim.portal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Duration SKEW = PortalPolicy.DEFAULT.clockSkew();
  private static final String CHALLENGE = "drawn-at-the-opening";

  private final SeededWorld world = World.seeded(4);
  private final RandomStream random = world.stream("test", "key");
  private final PrivateJwk key = PrivateJwk.generate(KeySpec.ED25519, random);
  private Instant now = world.now();

  private final Freshness freshness =
      new Freshness(CHALLENGE, () -> now, PortalPolicy.DEFAULT.withMaxSignedRequests(3));

  @Test
  void everyServiceDrawsAChallengeOfItsOwn() {
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String challenge =
          Freshness.of(world, "example.com", new MemoryPortalStore(), PortalPolicy.DEFAULT)
              .challenge();
      assertTrue(challenge.matches("[A-Za-z0-9_-]{22}"), challenge);
      drawn.add(challenge);
    }
    assertEquals(20, drawn.size());
    assertNotEquals(
        Freshness.of(World.seeded(1), "example.com", new MemoryPortalStore(), PortalPolicy.DEFAULT)
            .challenge(),
        Freshness.of(World.seeded(1), "example.org", new MemoryPortalStore(), PortalPolicy.DEFAULT)
            .challenge());
  }

  @Test
  void onlyTheChallengeOfThisProcessIsAccepted() {
    assertEquals(428, fresh(null, now));
    assertEquals(428, fresh("drawn-by-another-one", now));
    assertEquals(201, fresh(CHALLENGE, now));
  }

  @Test
  void theTimeIsWithinTheClockSkew() {
    assertEquals(201, fresh(CHALLENGE, now.plus(SKEW)));
    assertEquals(201, fresh(CHALLENGE, now.minus(SKEW)));
    assertEquals(401, fresh(CHALLENGE, now.plus(SKEW).plusMillis(1)));
    assertEquals(401, fresh(CHALLENGE, now.minus(SKEW).minusMillis(1)));
  }

  @Test
  void aRequestIsUsedOnceAsLongAsItIsFresh() {
    RequestEnvelope ahead = envelope("one", now.plus(SKEW));
    assertEquals(201, use(ahead, "first"));
    assertEquals(201, use(ahead, "first"), "a store may run the work of a transaction twice");
    now = now.plus(SKEW).plus(SKEW);
    assertEquals(201, fresh(CHALLENGE, ahead.claims().issued()));
    assertEquals(401, use(ahead, "second"));
  }

  @Test
  void aFloodIsRefusedInsteadOfForgettingWhatWasUsed() {
    RequestEnvelope first = envelope("0", now);
    use(first, "first");
    for (int i = 1; i < 3; i++) {
      assertEquals(201, use(envelope("" + i, now), "" + i));
    }
    assertEquals(503, use(envelope("3", now), "3"));
    assertEquals(401, use(first, "again"));
    now = now.plus(SKEW).plus(SKEW).plusMillis(1);
    assertEquals(201, use(envelope("3", now), "3"));
  }

  @Test
  void aClockThatIsSetBackDoesNotBringForgottenRequestsBack() {
    Instant start = now;
    RequestEnvelope early = envelope("early", start);
    use(early, "first");
    now = start.plus(Duration.ofHours(1));
    use(envelope("late", now), "late");
    now = start;
    assertEquals(201, fresh(CHALLENGE, start));
    assertEquals(401, use(early, "second"));
    assertEquals(201, use(envelope("next", start.plusMillis(1)), "next"));
  }

  private int fresh(String challenge, Instant issued) {
    return status(
        () ->
            freshness.requireFresh(
                new RequestClaims("a@example.com", "example.com", challenge, issued, "nonce")));
  }

  private int use(RequestEnvelope envelope, Object token) {
    return status(() -> freshness.useInMemory(envelope, token));
  }

  private static int status(Runnable rule) {
    try {
      rule.run();
      return 201;
    } catch (Refusal refusal) {
      return refusal.status();
    }
  }

  private RequestEnvelope envelope(String nonce, Instant issued) {
    Bytes sealed =
        RequestEnvelope.seal(
            Dialect.MESH,
            Bytes.utf8("{\"Hello\":{}}"),
            new RequestClaims("a@example.com", "example.com", CHALLENGE, issued, nonce),
            new RequestEnvelope.Signer(Dialect.MESH.fingerprint(key.publicJwk()), key, random));
    return RequestEnvelope.open(Dialect.MESH, sealed);
  }
}
