/**
 * Parsing of one log record at a time, for {@code dev.meshsim.audit} only. {@link
 * dev.meshsim.audit.record.Frames} cuts a file into frames, text or the container form of 2018, and
 * resumes after damage; {@link dev.meshsim.audit.record.LogRecord} is a parsed frame; {@link
 * dev.meshsim.audit.record.SignedForm} and {@link dev.meshsim.audit.record.EncryptedForm} recognize
 * the signed and encrypted objects of every {@link dev.meshsim.audit.record.Generation}. This
 * package does not verify: content that cannot be read becomes a fault or a {@link
 * dev.meshsim.audit.record.Problem} with the number of its record.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.audit.record;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
