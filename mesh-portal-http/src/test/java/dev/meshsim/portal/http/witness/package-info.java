/** Witnesses on a network, and what they refuse. */
@NullMarked
package dev.meshsim.portal.http.witness;

import org.jspecify.annotations.NullMarked;
