package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;

/**
 * Something that never crosses in the clear, and that the scenario asks to have printed all the
 * same: shares, or the private part of an application profile.
 *
 * @param step the step that shows it
 * @param call the step's word, {@code escrow} or {@code update}
 * @param json what to print
 */
public record Display(int step, String call, Bytes json) {}
