package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules by which a version of a profile or an application follows the stored one: it names that
 * version as the one it replaces, is later, and is not from the future. In dialect {@code
 * portal-2017} the envelope of the request names the replaced version, since the version itself
 * cannot.
 */
final class Succession {

  private final World world;
  private final PortalState state;
  private final PortalPolicy policy;

  Succession(World world, PortalState state, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.policy = policy;
  }

  private boolean inEnvelope() {
    return state.dialect() == Dialect.PORTAL_2017;
  }

  /** True for a publication as the reference implementation's clients send it, if allowed. */
  private boolean asReference(Caller caller) {
    return inEnvelope() && policy.referenceClients() && caller.envelope().isEmpty();
  }

  /**
   * True if the envelope must be that of a publisher, since it names the replaced version: in
   * dialect {@code portal-2017}, unless the portal serves the reference implementation's clients.
   */
  boolean needsEnvelope(Caller caller) {
    return inEnvelope() && !asReference(caller);
  }

  /**
   * Refuses a version that does not replace the stored one.
   *
   * @param stored the stored version, or empty if {@code next} is the first
   */
  void requireReplaces(SignedEntry next, Caller caller, Optional<? extends SignedEntry> stored) {
    Optional<Bytes> claimed =
        inEnvelope()
            ? caller.envelope().flatMap(e -> ReplacedVersion.in(state.dialect(), e.signature()))
            : ReplacedVersion.of(next);
    Optional<Bytes> found = stored.map(ReplacedVersion::digest);
    if (claimed.equals(found) || (claimed.isEmpty() && asReference(caller))) {
      return;
    }
    String what = next.getClass().getSimpleName() + " " + next.identifier();
    if (found.isEmpty()) {
      throw Refusal.conflict(
          "the " + what + " says that it replaces a version, and this portal has none");
    }
    throw Refusal.conflict(
        claimed.isEmpty()
            ? "the " + what + " does not say which version it replaces, and one is stored"
            : "the " + what + " was not made from the stored version, but from another");
  }

  /** Refuses an application version that was encrypted for another version of its profile. */
  void requireReaders(SignedEntry next, Caller caller, VerifiedPersonalProfile owner) {
    Optional<Bytes> claimed =
        inEnvelope()
            ? caller.envelope().flatMap(e -> ReadersVersion.in(state.dialect(), e.signature()))
            : ReadersVersion.in(state.dialect(), next.signedData());
    if (claimed.isPresent() && !claimed.get().equals(ReplacedVersion.digest(owner.signed()))) {
      throw Refusal.conflict(
          "the "
              + next.getClass().getSimpleName()
              + " "
              + next.identifier()
              + " was encrypted for the devices of another version of the profile than the stored");
    }
  }

  /**
   * Refuses a time that is not later than the stored version's, or further in the future than a
   * clock may be wrong.
   */
  void requireTime(String object, Instant updated, Optional<Instant> stored) {
    Instant latest = world.now().plus(policy.clockSkew());
    Optional<Instant> next = stored.map(state.dialect()::after);
    if (updated.isAfter(latest) && next.filter(time -> !updated.isAfter(time)).isEmpty()) {
      throw new Refusal(
          Status.BAD_REQUEST,
          RefusalReason.CLOCK,
          "the "
              + object
              + " was updated at "
              + updated
              + ", and here it is "
              + world.now()
              + "; set the clock, and sign it anew");
    }
    if (stored.isPresent() && !updated.isAfter(stored.get())) {
      throw Refusal.conflict(
          "the stored "
              + object
              + " was updated at "
              + stored.get()
              + "; this one, of "
              + updated
              + ", is not later");
    }
  }
}
