/**
 * The Merkle tree of a log, as RFC 9162 section 2.1 defines it, with SHA-256: the hashes of leaves
 * and nodes, the growing right edge ({@link dev.meshsim.transparency.tree.Frontier}), the order in
 * which the hashes are stored, the proofs that a leaf is in a tree and that one tree continues
 * another, and the tiles in which the hashes are published. Proofs are made from any {@link
 * dev.meshsim.transparency.tree.HashReader}, so a store decides where its hashes are. Everything
 * here is a pure function or an object in memory. {@link
 * dev.meshsim.transparency.tree.TransparencyException} is the family of failures of all packages
 * that check logs.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.tree;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
