package dev.meshsim.scenario;

/**
 * A key of a step.
 *
 * @param name the key
 * @param type the type of its value
 * @param required true if the step is not complete without it
 * @param meaning one phrase for the reference
 */
public record Member(String name, ValueType type, boolean required, String meaning) {}
