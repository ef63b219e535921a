package dev.meshsim.portal.service;

import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;

/** Reads and writes the records of open connection requests. */
final class PendingRecords {

  private final World world;
  private final PortalState state;
  private final PortalPolicy policy;

  PendingRecords(World world, PortalState state, PortalPolicy policy) {
    this.world = world;
    this.state = state;
    this.policy = policy;
  }

  /** The device profile that a request carries. */
  SignedDeviceProfile deviceOf(SignedConnectionRequest request) {
    return state
        .dialect()
        .json()
        .read(request.signedData().payload(), ConnectionRequest.class)
        .device();
  }

  /** The device profile that a result carries. */
  SignedDeviceProfile deviceOf(SignedConnectionResult result) {
    return state
        .dialect()
        .json()
        .read(result.signedData().payload(), ConnectionResult.class)
        .device();
  }

  /** The open requests of a profile. */
  Pending open(PortalStore.Transaction tx, AccountName account, Udf profile) {
    return Pending.of(account, state.pending(tx, profile))
        .notReceivedBefore(world.now().minus(policy.pendingLifetime()));
  }

  /** Stores the open requests of a profile. */
  void put(PortalStore.Transaction tx, Udf profile, Pending pending) {
    String key = PortalEntry.ConnectionsPending.key(profile);
    tx.put(state.entries().change(tx, key, pending.entry(), world.now()));
  }
}
