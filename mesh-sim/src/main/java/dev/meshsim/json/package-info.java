/**
 * The JSON of the Mesh: one codec, {@link dev.meshsim.json.MeshJson}, for every object and message.
 * Octets are base64url strings without padding, instants are RFC 3339 in UTC, members are in schema
 * order, absent values are omitted, and an object that has to name its own type is written in the
 * tagged form {@code {"ClassName": {...}}} (see {@link dev.meshsim.json.Tagged}). Reading is strict
 * and bounded: octets that are not UTF-8 are refused before any parser sees them, size, depth,
 * number and name lengths have limits, a duplicate or unknown member is an error, and every error
 * names the line and the column. Numbers in trees are written again as they were read.
 *
 * <p>For text of the reference implementation there are two lenient readers, {@link
 * dev.meshsim.json.TolerantJson} and {@link dev.meshsim.json.TolerantBase64}, which accept line
 * feeds in strings and folded base64. They obey the limits of the strict reader and report each
 * defect; the {@code mesh} dialect never uses them.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.json;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
