/**
 * The mirror of a portal's log: a copy that an auditor keeps and verifies. It asks for all records
 * with their proofs, writes them as {@code .jlog} files, and computes the tree and every head of
 * the map again. What is in the files is a part of the portal's log at every moment; it counts as
 * verified up to the checkpoint that the state file names.
 */
@NullMarked
package dev.meshsim.portal.mirror;

import org.jspecify.annotations.NullMarked;
