package dev.meshsim.report;

import java.time.Instant;

/**
 * Evidence, which anybody can judge, of what a portal did to its log, or a witness.
 *
 * @param step the number of the step during which it was found
 * @param time the world's time when it was found
 * @param by who found it: {@code laptop}, {@code witness w1}, {@code portal second.example}
 * @param shown one sentence, what the evidence shows
 * @param file the path of the evidence in the run's results: {@code forked/evidence/1.json}
 */
public record Accusation(int step, Instant time, String by, String shown, String file) {}
