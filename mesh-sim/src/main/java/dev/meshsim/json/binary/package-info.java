/**
 * The binary encodings of JSON of draft-hallambaker-jsonbcd-16: JSON-B, with lengths in front of
 * strings and binary data without base64, and JSON-C, with codes for repeated strings. {@link
 * dev.meshsim.json.binary.BinaryJson} writes and reads objects, and turns JSON into either and
 * back. Both are encodings of the same tree as JSON and have its limits; readers are strict, and
 * every failure has the offset of its octet. {@code docs/decisions.md} lists the holes of the
 * draft.
 *
 * <p>The members of {@link dev.meshsim.json.binary.BinaryMembers} are binary data in both encodings
 * and base64url in JSON. A signature covers the octets of a payload, which no encoding changes.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.json.binary;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
