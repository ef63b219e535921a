/**
 * The transcript of a scenario: its messages as Markdown that a specification can quote. The
 * sections and their order are those of the Mesh reference document of 2016 (mesh-reference-03):
 * accounts and profiles, connecting a device, applications, recovery. {@link
 * dev.meshsim.report.transcript.Transcript} finds each section's messages in the trace. A section
 * says so if the scenario did not send its messages. Messages that belong to no section follow at
 * the end, so a transcript is complete.
 *
 * <p>Each block between lines of tildes is valid JSON or HTTP. Long binary data is shortened inside
 * its string; the exact octets are in the file that the line below the block names.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.transcript;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
