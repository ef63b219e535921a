package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.BelievedProfiles;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.function.Supplier;

/** The state that the sessions of one machine share. */
record SessionContext(
    MeshMachine machine,
    Supplier<MeshPortal> portal,
    Dialect dialect,
    Suite suite,
    ProfileVerifier verifier,
    BelievedProfiles known) {

  SessionContext(MeshMachine machine, Supplier<MeshPortal> portal, Dialect dialect, Suite suite) {
    this(machine, portal, dialect, suite, new ProfileVerifier(dialect));
  }

  private SessionContext(
      MeshMachine machine,
      Supplier<MeshPortal> portal,
      Dialect dialect,
      Suite suite,
      ProfileVerifier verifier) {
    this(machine, portal, dialect, suite, verifier, new BelievedProfiles(verifier));
  }

  /** Verifies a personal profile, or returns the result of an earlier verification. */
  VerifiedPersonalProfile believe(SignedPersonalProfile signed) {
    return known.believe(signed);
  }

  MeshClient client(AccountName account) {
    MeshPortal reached = portal.get();
    if (reached.dialect() != dialect) {
      throw SessionException.otherDialect(dialect, reached.domain(), reached.dialect());
    }
    return new MeshClient(machine.world(), machine.name(), reached, account);
  }

  World world() {
    return machine.world();
  }

  /** A time later than {@code before}: now, unless the clock has not moved past it. */
  Instant laterThan(Instant before) {
    Instant now = now();
    return now.isAfter(before) ? now : dialect.after(before);
  }

  /** The time now, cut to the precision that the dialect writes. */
  Instant now() {
    return dialect.cut(world().now());
  }
}
