/**
 * The portal's side of the verifiable log: the map of the latest records over a portal's store, the
 * checkpoints that a portal makes of its logs ({@link dev.meshsim.transparency.service.PortalLog},
 * due as {@link dev.meshsim.transparency.service.CheckpointPolicy} says), the cosignatures of
 * witnesses that it collects, the checkpoints that it exchanges with its peers, and the audit of a
 * store.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.service;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
