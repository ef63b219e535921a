/**
 * The checkpoints of other portals in a portal's log: the record of one ({@link
 * dev.meshsim.transparency.peer.PeerHead}), and the chain of proofs from the portal's own
 * checkpoint to it ({@link dev.meshsim.transparency.peer.PeerChain}).
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.peer;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
