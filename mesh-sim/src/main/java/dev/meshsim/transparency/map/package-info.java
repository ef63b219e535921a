/**
 * The map of a log: a compressed prefix tree from each key to the number and the leaf hash of its
 * latest record. Its root is a record of the log itself, so a log that is checked also binds the
 * map, and everybody who has the records can compute it again. {@link
 * dev.meshsim.transparency.map.PrefixTree} makes roots and proofs, {@link
 * dev.meshsim.transparency.map.MapProof} shows that a record is the latest of its key, or that a
 * key has none. The hashes have prefixes of their own, so they are never taken for those of the
 * log's tree.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.map;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
