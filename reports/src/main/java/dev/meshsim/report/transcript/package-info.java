/**
 * Turns what crossed in a scenario into Markdown that a specification can quote. The sections and
 * their order are those of the Mesh reference document of 2016 (mesh-reference-03): one group for
 * accounts and profiles, one for connecting a device, one for applications, one for recovery.
 * {@link dev.meshsim.report.transcript.Transcript} finds each section's messages in the trace; a
 * section whose messages the scenario did not send says so. Everything that was sent and belongs to
 * no section follows at the end, so a transcript leaves nothing out.
 *
 * <p>Each block is JSON or HTTP as it stands, between lines of tildes. Only long binary is
 * shortened, and inside its string; the exact octets are in the file that the line below names.
 */
@NullMarked
package dev.meshsim.report.transcript;

import org.jspecify.annotations.NullMarked;
