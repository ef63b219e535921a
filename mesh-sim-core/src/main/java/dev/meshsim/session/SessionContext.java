package dev.meshsim.session;

import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.ProfileVerifier;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What the sessions of one machine share. */
record SessionContext(
    MeshMachine machine,
    Supplier<MeshPortal> portal,
    Suite suite,
    ProfileVerifier verifier,
    KnownProfiles known) {

  SessionContext(MeshMachine machine, Supplier<MeshPortal> portal, Suite suite) {
    this(machine, portal, suite, new ProfileVerifier(), new KnownProfiles());
  }

  /** The content of a personal profile, verified. */
  VerifiedPersonalProfile believe(SignedPersonalProfile signed) {
    return known.believe(verifier, signed);
  }

  MeshClient client(AccountName account) {
    return new MeshClient(machine.world(), machine.name(), portal.get(), account);
  }

  World world() {
    return machine.world();
  }

  /** A time later than {@code before}: now, unless the clock has not moved past it. */
  Instant laterThan(Instant before) {
    Instant now = world().now().truncatedTo(ChronoUnit.MILLIS);
    return now.isAfter(before) ? now : before.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
  }

  Instant now() {
    return world().now().truncatedTo(ChronoUnit.MILLIS);
  }
}
