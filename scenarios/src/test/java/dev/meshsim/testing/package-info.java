/** Helpers that several tests of this module share: golden files and directory trees. */
@NullMarked
package dev.meshsim.testing;

import org.jspecify.annotations.NullMarked;
