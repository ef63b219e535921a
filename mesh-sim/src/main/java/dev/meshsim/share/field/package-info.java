/**
 * Arithmetic modulo a prime, for {@code dev.meshsim.share} only. A field element is an array of
 * 64-bit limbs. {@link dev.meshsim.share.field.PrimeField} has the only operations on secret
 * elements: one weighted sum and one fold, without a branch or an array index that depends on them.
 * {@link dev.meshsim.share.field.Lagrange} and {@link dev.meshsim.share.field.Polynomial} build
 * interpolation and evaluation on top of it; the remaining classes compute the public coefficients
 * quickly and exactly.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.share.field;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
