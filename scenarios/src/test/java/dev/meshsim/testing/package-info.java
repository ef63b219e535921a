/** Helpers that several tests of this module share. */
@NullMarked
package dev.meshsim.testing;

import org.jspecify.annotations.NullMarked;
