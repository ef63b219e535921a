/** Whole flows: profiles, devices that join, scenarios, populations. */
@NullMarked
package dev.meshsim.benchmark.flow;

import org.jspecify.annotations.NullMarked;
