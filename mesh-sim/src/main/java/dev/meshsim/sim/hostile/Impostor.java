package dev.meshsim.sim.hostile;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The portal's own person: a machine with a device and a profile, made when a lie first needs them.
 * Its keys come from streams of the portal's own.
 */
final class Impostor {

  private final MeshMachine machine;
  private final MeshSession session;
  private @Nullable DeviceRegistration device;
  private @Nullable PersonalProfile profile;

  Impostor(World world, MeshPortal portal) {
    machine = new MeshMachineCached(world, "hostile:" + portal.domain());
    session = new MeshSession(machine, portal);
  }

  MeshMachine machine() {
    return machine;
  }

  DeviceRegistration device() {
    DeviceRegistration made = device == null ? session.createDevice() : device;
    device = made;
    return made;
  }

  /** A profile that no portal has. */
  SignedPersonalProfile profile() {
    PersonalProfile made =
        profile == null ? new PersonalProfile(device().deviceProfile()) : profile;
    profile = made;
    return made.signed();
  }
}
