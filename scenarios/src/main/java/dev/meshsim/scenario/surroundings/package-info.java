/**
 * The surroundings of the machines of a scenario: the stores of machines and portals, their
 * backups, and portals that lie.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.surroundings;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
