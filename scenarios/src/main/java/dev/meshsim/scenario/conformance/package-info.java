/**
 * The suite as a test of a portal that the program did not start. {@link
 * dev.meshsim.scenario.conformance.Outside} says which cases can be played from outside and why the
 * others cannot, {@link dev.meshsim.scenario.conformance.OwnNames} gives their accounts names of
 * the kit, and {@link dev.meshsim.scenario.conformance.RuleLedger} turns the results of cases into
 * a verdict for each rule of a portal.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.conformance;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
