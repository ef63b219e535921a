/**
 * Arithmetic modulo a prime, for {@code dev.meshsim.share} only. A number is an array of 64-bit
 * limbs. {@code PrimeField} holds the operations on secret numbers: one weighted sum and one fold,
 * without a branch or an index that depends on them. {@code Lagrange} and {@code Polynomial} build
 * interpolation and evaluation on top of it; the remaining classes prepare the public coefficients
 * quickly and exactly.
 */
@NullMarked
package dev.meshsim.share.field;

import org.jspecify.annotations.NullMarked;
