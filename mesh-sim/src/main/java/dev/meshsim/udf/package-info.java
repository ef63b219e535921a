/**
 * Uniform Data Fingerprints (draft-hallambaker-mesh-udf-08): the short texts that name a key, a
 * profile or an escrow entry. A {@link dev.meshsim.udf.Udf} is the first bits of a type octet and a
 * two-step SHA-512 digest, written in base32 and cut into groups by dashes. {@link
 * dev.meshsim.udf.UdfFormat} selects one of three ways of truncation: that of the 2019 draft, that
 * of the reference implementation in 2017, and the one that implementation's own draft required.
 * All classes are pure functions or immutable values.
 */
@NullMarked
package dev.meshsim.udf;

import org.jspecify.annotations.NullMarked;
