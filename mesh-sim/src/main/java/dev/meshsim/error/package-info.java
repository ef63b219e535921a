/**
 * How mesh-sim says that something is wrong. Every failure a user can meet is a {@link
 * dev.meshsim.error.MeshException} with a stable code, one line that says what happened and where,
 * and one line that says what to do next. Packages subclass it, one class per distinct failure, so
 * that a caller catches what it means to catch and a test names what it expects.
 */
@NullMarked
package dev.meshsim.error;

import org.jspecify.annotations.NullMarked;
