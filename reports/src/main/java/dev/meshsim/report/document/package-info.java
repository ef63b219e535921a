/**
 * Documents with examples that are made anew at every build. {@link
 * dev.meshsim.report.document.Template} is an author's file with placeholders, {@link
 * dev.meshsim.report.document.DocumentWriter} evaluates them over the messages of scenarios, which
 * a {@link dev.meshsim.report.document.RunSource} runs. Every example has a file of its exact
 * octets beside the document; the block in the document is a copy of it that is folded as RFC 8792
 * says, and the index says what else was changed for reading. A placeholder that cannot be filled
 * is a problem with its place, never a gap.
 *
 * <p>A {@link dev.meshsim.report.document.Vault} has the secrets of a run. They are looked for in
 * all that is written, except where the template asks for private data by {@code secret:}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.document;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
