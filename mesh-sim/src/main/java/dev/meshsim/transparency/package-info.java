/**
 * The verifiable log of a portal: the map of the latest records over a portal's store, and the
 * checkpoints that a portal makes of its logs. A checkpoint's last leaf is a {@link
 * dev.meshsim.transparency.MapHead} record, which has the root of the map; so one signed note binds
 * all records and which of them are the latest of their keys. {@link
 * dev.meshsim.transparency.PortalLog} is the portal's side, {@link
 * dev.meshsim.transparency.CheckpointPolicy} says when a checkpoint is due. The algorithms are in
 * the packages below.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
