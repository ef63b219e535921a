package dev.meshsim.sim.forger;

import dev.meshsim.error.MeshException;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of others at a portal, by names that are known.
 *
 * @param names the accounts that somebody has or had, oldest first
 */
record Victims(List<String> names) {

  Victims {
    names = List.copyOf(names);
  }

  /** An account with the version of its profile that everybody can fetch. */
  record Victim(String account, SignedPersonalProfile profile) {}

  /** The first account that is open. */
  Optional<Victim> open(Rogue rogue) {
    return names.stream().flatMap(name -> found(rogue, name).stream()).findFirst();
  }

  private static Optional<Victim> found(Rogue rogue, String name) {
    try {
      return Optional.of(new Victim(name, rogue.client(name).personalProfile()));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }
}
