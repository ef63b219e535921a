/**
 * The annotation processor that takes the descriptions of objects, members and statuses from
 * Javadoc, which class files do not have. {@link dev.meshsim.schema.processor.DescriptionProcessor}
 * writes one resource for each class, so that a compilation of a few classes renews only theirs,
 * and refuses a member that has no description. The package {@code dev.meshsim.schema} of mesh-sim
 * reads the resources.
 */
@NullMarked
package dev.meshsim.schema.processor;

import org.jspecify.annotations.NullMarked;
