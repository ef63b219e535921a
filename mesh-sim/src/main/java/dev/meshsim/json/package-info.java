/**
 * JSON as the Mesh uses it: one codec, {@link dev.meshsim.json.MeshJson}, for every object and
 * message. Octets are base64url strings without padding, instants are RFC 3339 in UTC, members
 * stand in schema order, absent values are left out, and an object that has to name its own type is
 * written in the tagged form {@code {"ClassName": {...}}} (see {@link dev.meshsim.json.Tagged}).
 * Reading is strict and bounded: size, depth, number and name lengths have limits, a duplicate or
 * unknown member is an error, and every error names the line and the column.
 *
 * <p>Apart from it, {@link dev.meshsim.json.TolerantJson} and {@link
 * dev.meshsim.json.TolerantBase64} read what the reference implementation wrote: strings with line
 * feeds in them and base64 that is folded. They are as bounded and say what they let pass; the
 * {@code mesh} dialect never uses them.
 */
@NullMarked
package dev.meshsim.json;

import org.jspecify.annotations.NullMarked;
