/** Tests of Transfers with proofs and of the mirror. */
@NullMarked
package dev.meshsim.portal.mirror;

import org.jspecify.annotations.NullMarked;
