/**
 * Verification and printing of logs: those of the reference implementation between 2015 and 2018,
 * its profiles in files of their own, and the logs of this project's portals. {@link
 * dev.meshsim.audit.record.Frames} cuts a file into records, be it text or a container of 2018, and
 * resumes after damage; {@link dev.meshsim.audit.LogVerify} recomputes every fingerprint, digest
 * and signature in them and follows the chain from device and master profiles to applications;
 * {@link dev.meshsim.audit.LogShow} prints them. {@link dev.meshsim.audit.record.Generation} lists
 * the forms of signed objects. Content that cannot be understood becomes a {@link
 * dev.meshsim.audit.record.Problem} with the number of its record, and reading goes on: only an
 * input that cannot be read from the disk makes this package throw. Memory is bounded by the
 * largest record, the keys and the signatures that wait for a key, and does not grow with the log.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.audit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
