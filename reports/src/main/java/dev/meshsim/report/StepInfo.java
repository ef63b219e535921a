package dev.meshsim.report;

import java.util.Optional;

/**
 * A step of a scenario, as its file has it.
 *
 * @param number counted from 1
 * @param place {@code file:line:column}
 * @param title the step in a few words, {@code connect on phone}
 * @param machine the machine that acts, if one does
 * @param because the reason that the file gives for the step
 */
public record StepInfo(
    int number, String place, String title, Optional<String> machine, Optional<String> because) {}
