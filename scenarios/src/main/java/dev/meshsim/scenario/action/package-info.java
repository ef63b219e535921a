/**
 * The actions behind the steps of a scenario. {@code StepActions} maps each word of {@link
 * dev.meshsim.scenario.StepKinds} to a {@code StepAction}, which calls the session API once and
 * returns what it observed as sentences in the words of the table's expectations. A {@code Stage}
 * is the world of one scenario: its portal, its machines and what earlier steps made; an {@code
 * Actor} is one machine of it.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.action;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
