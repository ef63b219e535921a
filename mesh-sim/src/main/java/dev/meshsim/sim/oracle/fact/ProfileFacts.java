package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A version of a personal profile.
 *
 * @param identifier the profile's identifier
 * @param digest the {@link Sha256} of the payload, by which a successor names this version
 * @param updated its time
 * @param signedMaster the {@link Sha256} of the signed master profile: header and payload
 * @param master the content of the master profile
 * @param devices the devices by their identifiers
 * @param applications the entries of its applications
 */
public record ProfileFacts(
    Udf identifier,
    Bytes digest,
    Instant updated,
    Bytes signedMaster,
    MasterProfile master,
    Map<Udf, DeviceFacts> devices,
    List<ApplicationProfileEntry> applications) {

  /** Copies the collections. */
  public ProfileFacts {
    devices = Map.copyOf(devices);
    applications = List.copyOf(applications);
  }
}
