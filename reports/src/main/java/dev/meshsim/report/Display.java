package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;

/**
 * Data that no message has in the clear, but that a scenario asks to have printed: shares, or the
 * private part of an application profile.
 *
 * @param step the step that shows it
 * @param call the step's word, {@code escrow} or {@code update}
 * @param json the data
 */
public record Display(int step, String call, Bytes json) {}
