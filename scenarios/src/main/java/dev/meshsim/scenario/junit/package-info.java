/**
 * The JUnit Jupiter extension: a test declares a seeded world, portals and machines as parameters
 * and gets them, connected and empty. {@link dev.meshsim.scenario.junit.MeshTest} is the annotation
 * to begin with; {@code docs/junit.md} has an example.
 *
 * <p>This package needs {@code junit-jupiter-api} on the class path, which a user's tests have; the
 * module brings none.
 */
@NullMarked
package dev.meshsim.scenario.junit;

import org.jspecify.annotations.NullMarked;
