package dev.meshsim.report;

import java.util.Optional;

/**
 * How a step ended.
 *
 * @param number counted from 1
 * @param place {@code file:line:column}
 * @param title the step in a few words, {@code connect on phone}
 * @param verdict passed, failed, or undecided if it never ran
 * @param explanation empty if passed; otherwise what was expected and what was seen, one line
 * @param internal true if the step met an error of the program rather than of the scenario
 */
public record StepResult(
    int number,
    String place,
    String title,
    Verdict verdict,
    Optional<String> explanation,
    boolean internal) {}
