package dev.meshsim.report;

import java.util.Optional;

/**
 * The result of a step.
 *
 * @param number counted from 1
 * @param place {@code file:line:column}
 * @param title the step in a few words, {@code connect on phone}
 * @param verdict passed, failed, or undecided if it never ran
 * @param explanation the expectation and the outcome, in one line; empty if the step passed or
 *     never ran
 * @param internal true if the step met an error of the program rather than of the scenario
 */
public record StepResult(
    int number,
    String place,
    String title,
    Verdict verdict,
    Optional<String> explanation,
    boolean internal) {}
