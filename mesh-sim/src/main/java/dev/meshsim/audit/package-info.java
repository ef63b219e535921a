/**
 * What the reference implementation wrote between 2015 and 2018, read and checked: its logs, its
 * profiles in files of their own, and, by the same code, the logs of our own portal. {@link
 * dev.meshsim.audit.record.Frames} cuts a file into records, be it text or a container of 2018, and
 * resumes after damage; {@link dev.meshsim.audit.LogVerify} recomputes every fingerprint, digest
 * and signature in them and follows the chain from device and master profiles to applications;
 * {@link dev.meshsim.audit.LogShow} prints them. {@link dev.meshsim.audit.record.Generation} says
 * which forms there are. Whatever is not understood becomes a {@link
 * dev.meshsim.audit.record.Problem} with its record, and reading goes on: no input makes this
 * package throw, but one that cannot be read from the disk. Memory is bounded by the largest
 * record, the keys and the signatures that wait for a key, never by the log.
 */
@NullMarked
package dev.meshsim.audit;

import org.jspecify.annotations.NullMarked;
