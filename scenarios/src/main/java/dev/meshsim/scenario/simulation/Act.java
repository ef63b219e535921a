package dev.meshsim.scenario.simulation;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An operation that a person may do: a step, when it makes sense, and how its values are drawn.
 *
 * @param name the name by which it is chosen and counted
 * @param word the step
 * @param weight how often it is drawn, in relation to the others
 * @param essential true if no run leaves it out
 * @param possible true in the situations in which a person might do it
 * @param values draws the values of the step's keys
 */
record Act(
    String name,
    String word,
    int weight,
    boolean essential,
    Predicate<Situation> possible,
    Function<Situation, Map<String, Object>> values) {}
