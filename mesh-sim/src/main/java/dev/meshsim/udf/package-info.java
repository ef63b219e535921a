/**
 * Uniform Data Fingerprints (draft-hallambaker-mesh-udf-08): the short texts that name a key, a
 * profile or an escrow entry. A {@link dev.meshsim.udf.Udf} is the first bits of a type octet and a
 * two-step SHA-512 digest, written in base32 and cut into groups by dashes. {@link
 * dev.meshsim.udf.UdfFormat} says which of the three ways of cutting is meant: what the 2019 draft
 * publishes, what the reference implementation wrote in 2017, or what that implementation's draft
 * asked of it. Everything here is a pure function or an immutable value.
 */
@NullMarked
package dev.meshsim.udf;

import org.jspecify.annotations.NullMarked;
