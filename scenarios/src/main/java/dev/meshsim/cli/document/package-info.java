/**
 * The command {@code mesh-sim document}, which builds documents from templates with {@code
 * dev.meshsim.scenario.document}.
 */
@NullMarked
package dev.meshsim.cli.document;

import org.jspecify.annotations.NullMarked;
