package dev.meshsim.portal.service;

import dev.meshsim.jose.PublicJwk;
import dev.meshsim.protect.Protection;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a portal.
 *
 * @param maxPending the most open connection requests of one account, at most {@link
 *     RequestLimits#PENDING}; one more is refused, so that a flood never hides an earlier request
 * @param pendingLifetime how long a request stays open
 * @param maxEntries the most entries in one response
 * @param maxOctets the most octets of entries in one response
 * @param clockSkew how far a signed request's time may be from the portal's, either way
 * @param maxAnswered the most answered connection requests of one profile that are remembered, so
 *     that a copy of one does not become pending again; one more, and the oldest is forgotten
 * @param maxSignedRequests the most signed requests remembered at once, each for twice the clock
 *     skew; one more is refused with status 503, so that a flood never makes the portal forget
 * @param referenceClients true if a portal of the dialect {@code portal-2017} accepts what the
 *     clients of the reference implementation send: a CreateAccount that nobody signed, so that
 *     anybody binds a free name to anybody's profile, and a Publish that does not name the version
 *     which it replaces, so that of two devices that publish at once the earlier loses its change
 * @param sharing true if every process on a store that several may have accepts what was signed for
 *     another; false for a portal of one process, whose store then writes nothing for a read
 * @param leastProtection the least protection of messages that the portal accepts; Hello, which
 *     gives its keys, is answered without any
 * @param checkpoints when the portal makes a checkpoint of its log; null for never
 * @param auditors the keys of those who may read all records of both logs with a Transfer
 * @param partners the witnesses and peers of the log; null for none
 */
public record PortalPolicy(
    int maxPending,
    Duration pendingLifetime,
    int maxEntries,
    int maxOctets,
    Duration clockSkew,
    int maxAnswered,
    int maxSignedRequests,
    boolean referenceClients,
    boolean sharing,
    Protection leastProtection,
    @Nullable CheckpointPolicy checkpoints,
    List<PublicJwk> auditors,
    @Nullable LogPartners partners) {

  /** The limits of a portal that makes no checkpoints and has no auditors. */
  public PortalPolicy(
      int maxPending,
      Duration pendingLifetime,
      int maxEntries,
      int maxOctets,
      Duration clockSkew,
      int maxAnswered,
      int maxSignedRequests,
      boolean referenceClients,
      boolean sharing,
      Protection leastProtection) {
    this(
        maxPending,
        pendingLifetime,
        maxEntries,
        maxOctets,
        clockSkew,
        maxAnswered,
        maxSignedRequests,
        referenceClients,
        sharing,
        leastProtection,
        null,
        List.of(),
        null);
  }

  /**
   * The defaults: 32 requests, open for 7 days; 100 entries and 4 MiB a response; 5 minutes of
   * clock skew; 1,024 answered and 262,144 signed requests; every CreateAccount is signed.
   */
  public static final PortalPolicy DEFAULT =
      new PortalPolicy(
          32,
          Duration.ofDays(7),
          100,
          4 * 1024 * 1024,
          Duration.ofMinutes(5),
          1024,
          262_144,
          false,
          true,
          Protection.NONE);

  /** Checks that the open requests of an account fit into one record, and copies the list. */
  public PortalPolicy {
    auditors = List.copyOf(auditors);
    if (maxPending < 1 || maxPending > RequestLimits.PENDING) {
      throw new IllegalArgumentException(
          "an account has 1 to " + RequestLimits.PENDING + " open requests, not " + maxPending);
    }
  }

  /** A copy that accepts unsigned CreateAccount and Publish in the dialect portal-2017. */
  public PortalPolicy withReferenceClients() {
    return with(maxSignedRequests, true, sharing, leastProtection, checkpoints, auditors, partners);
  }

  /** A copy that remembers at most this many signed requests. */
  public PortalPolicy withMaxSignedRequests(int most) {
    return with(most, referenceClients, sharing, leastProtection, checkpoints, auditors, partners);
  }

  /** A copy for a portal of one process, whatever store it has. */
  public PortalPolicy withoutSharing() {
    return with(
        maxSignedRequests,
        referenceClients,
        false,
        leastProtection,
        checkpoints,
        auditors,
        partners);
  }

  /** A copy that accepts only messages that are protected so, or better. */
  public PortalPolicy withLeastProtection(Protection least) {
    return with(
        maxSignedRequests, referenceClients, sharing, least, checkpoints, auditors, partners);
  }

  /** A copy that makes checkpoints of the log. */
  public PortalPolicy withCheckpoints(CheckpointPolicy due) {
    return with(
        maxSignedRequests, referenceClients, sharing, leastProtection, due, auditors, partners);
  }

  /** A copy whose log the holders of these keys may read whole. */
  public PortalPolicy withAuditors(List<PublicJwk> keys) {
    return with(
        maxSignedRequests, referenceClients, sharing, leastProtection, checkpoints, keys, partners);
  }

  /** A copy whose log these vouch for. */
  public PortalPolicy withPartners(LogPartners others) {
    return with(
        maxSignedRequests,
        referenceClients,
        sharing,
        leastProtection,
        checkpoints,
        auditors,
        others);
  }

  private PortalPolicy with(
      int most,
      boolean reference,
      boolean shares,
      Protection least,
      @Nullable CheckpointPolicy due,
      List<PublicJwk> readers,
      @Nullable LogPartners others) {
    return new PortalPolicy(
        maxPending,
        pendingLifetime,
        maxEntries,
        maxOctets,
        clockSkew,
        maxAnswered,
        most,
        reference,
        shares,
        least,
        due,
        readers,
        others);
  }
}
