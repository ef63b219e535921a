/**
 * The surroundings of the machines of a scenario: the stores of machines and portals, their
 * backups, and portals that lie.
 */
@NullMarked
package dev.meshsim.scenario.surroundings;

import org.jspecify.annotations.NullMarked;
