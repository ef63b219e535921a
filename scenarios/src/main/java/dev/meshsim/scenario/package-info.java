/** Scenario files and their runner. */
@NullMarked
package dev.meshsim.scenario;

import org.jspecify.annotations.NullMarked;
