package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.OwnVersions;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.portal.PortalChallenge;
import dev.meshsim.portal.WatchedLog;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.BelievedProfiles;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedSignatures;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The state that the sessions of one machine share. */
record SessionContext(
    MeshMachine machine,
    MeshPortals portals,
    Suite suite,
    ProfileVerifier verifier,
    BelievedProfiles known,
    PortalChallenge challenge,
    PortalLogs logs) {

  SessionContext(MeshMachine machine, MeshPortals portals, Suite suite) {
    this(
        machine,
        portals,
        suite,
        new ProfileVerifier(portals.dialect(), VerifiedSignatures.ofThisProcess()));
  }

  private SessionContext(
      MeshMachine machine, MeshPortals portals, Suite suite, ProfileVerifier verifier) {
    this(
        machine,
        portals,
        suite,
        verifier,
        new BelievedProfiles(verifier),
        new PortalChallenge(),
        new PortalLogs(machine));
  }

  /** The dialect of the portals and of what the session makes. */
  Dialect dialect() {
    return portals.dialect();
  }

  /** Verifies a personal profile, or returns the result of an earlier verification. */
  VerifiedPersonalProfile believe(SignedPersonalProfile signed) {
    return known.believe(signed);
  }

  /**
   * Checks that a version may come after one that the same portal has given or taken before.
   *
   * @throws SessionException {@code session.forked} if both replace the same version; {@code
   *     session.rollback} if it is not later, or goes back to an older master profile
   */
  void requireLater(VerifiedPersonalProfile version, VerifiedPersonalProfile before) {
    if (ReplacedVersion.isFork(version.signed(), before.signed())) {
      throw SessionException.forked(version.identifier());
    }
    if (!version.isLaterThan(before)) {
      throw SessionException.rollback(version.identifier());
    }
  }

  /**
   * Checks a version that takes the place of the machine's, and notes a copy of the machine.
   *
   * @throws SessionException as {@link #requireLater}
   */
  void requireNext(VerifiedPersonalProfile version, VerifiedPersonalProfile known) {
    requireLater(version, known);
    noticeCopy(
        version.signed(),
        version.signers(),
        version.profile().updated(),
        known.profile().updated());
  }

  /**
   * Checks a version that an account's portal gave against the one that the portal is known to
   * have, if the account is on this machine.
   *
   * @throws SessionException as {@link #requireLater}
   */
  void requireNotOlder(AccountName account, VerifiedPersonalProfile given) {
    Udf profile = given.identifier();
    if (!machine.profileOf(account.toString()).equals(Optional.of(profile))) {
      return;
    }
    Optional<PortalLag.Version> behind = new AtPortals(machine, profile).behind(account, profile);
    Optional<SignedPersonalProfile> last =
        behind.isPresent()
            ? behind.map(PortalLag.Version::had).map(SignedPersonalProfile.class::cast)
            : machine.personal(profile);
    last.filter(version -> !ReplacedVersion.isSame(version, given.signed()))
        .ifPresent(version -> requireLater(given, believe(version)));
  }

  MeshClient client(AccountName account) {
    MeshPortal reached = portals.at(account.domain());
    if (reached.dialect() != dialect()) {
      throw SessionException.otherDialect(dialect(), reached.domain(), reached.dialect());
    }
    return new MeshClient(
        machine.world(),
        machine.name(),
        reached,
        account,
        challenge,
        entry -> machine.ownVersions().publish(ReplacedVersion.digest(entry)),
        logs.watch(reached).orElseGet(() -> new WatchedLog(reached)));
  }

  /**
   * Notes a verified version that the portal gave, if a key of this machine has signed it and it is
   * none of this machine's; see {@link OwnVersions}.
   *
   * @param signers the keys that signed it
   * @param updated its time
   * @param recorded the time of the version on the machine
   */
  void noticeCopy(SignedEntry version, Set<Udf> signers, Instant updated, Instant recorded) {
    if (!updated.isAfter(recorded)) {
      return;
    }
    signers.stream()
        .filter(key -> machine.findPrivateKey(key).isPresent())
        .findFirst()
        .ifPresent(
            key ->
                machine
                    .ownVersions()
                    .read(
                        ReplacedVersion.digest(version),
                        new OwnVersions.Finding(version.identifier(), key, updated)));
  }

  /**
   * The signer of requests and profiles: an online signature key of {@code master} on this machine.
   *
   * @throws SessionException if the machine has none
   */
  RequestEnvelope.Signer administrator(MasterProfile master) {
    for (PublicKey key : master.onlineSignatureKeys()) {
      Optional<PrivateJwk> held = machine.findPrivateKey(key.udf());
      if (held.isPresent()) {
        return signer(key.udf(), held.get());
      }
    }
    throw SessionException.notAdministrator(machine.name(), master.identifier());
  }

  /** A signer of requests with the given key. */
  RequestEnvelope.Signer signer(Udf udf, PrivateJwk key) {
    return new RequestEnvelope.Signer(udf, key, machine.stream("sign:request"));
  }

  World world() {
    return machine.world();
  }

  /** A time later than {@code before}: now, unless the clock has not moved past it. */
  Instant laterThan(Instant before) {
    Instant now = now();
    return now.isAfter(before) ? now : dialect().after(before);
  }

  /** The time now, cut to the precision that the dialect writes. */
  Instant now() {
    return dialect().cut(world().now());
  }
}
