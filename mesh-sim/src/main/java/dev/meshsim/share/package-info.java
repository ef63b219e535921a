/**
 * Secret sharing: any quorum of shares recovers the secret and fewer reveal nothing (Shamir's
 * scheme, draft-hallambaker-mesh-udf-08 section 4.5). {@link dev.meshsim.share.Secret} is split and
 * recovered, {@link dev.meshsim.share.KeyShare} is one share with its text, and {@link
 * dev.meshsim.share.ShareFormat} selects the format, which a text shows by itself. A share that is
 * mistyped, missing, duplicate or of another split is an error with a class of its own, and never
 * leads to a wrong secret where the given shares can show the error.
 *
 * <p>A share's value is a number modulo a prime next to a power of two; {@link
 * dev.meshsim.share.field} has the arithmetic, whose running time does not depend on secret
 * numbers.
 */
@NullMarked
package dev.meshsim.share;

import org.jspecify.annotations.NullMarked;
