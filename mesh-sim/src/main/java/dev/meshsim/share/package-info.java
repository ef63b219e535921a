/**
 * Secrets cut into shares, so that any quorum of them brings the secret back and fewer tell nothing
 * (Shamir's scheme, draft-hallambaker-mesh-udf-08 section 4.5). {@link dev.meshsim.share.Secret} is
 * what is split and recovered, {@link dev.meshsim.share.KeyShare} is one share with its text, and
 * {@link dev.meshsim.share.ShareFormat} says which of the formats is meant; texts tell it
 * themselves. A share that is mistyped, missing, doubled, or of another split is an error with a
 * class of its own, never a wrong secret, wherever the shares that were given can show it.
 *
 * <p>Inside, a share's value is a number modulo a prime a little above or below a power of two, in
 * 64-bit limbs. {@code PrimeField} has the only arithmetic on secret numbers: one weighted sum and
 * one fold, without a branch or an index that depends on them, for every prime alike.
 */
@NullMarked
package dev.meshsim.share;

import org.jspecify.annotations.NullMarked;
