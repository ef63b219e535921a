package dev.meshsim.report;

/**
 * A change of a machine's store, all or nothing.
 *
 * @param step the number of the step that made it
 * @param after the number of the last exchange before it; 0 if there was none
 * @param machine the machine's name
 * @param records how many records it wrote or removed
 */
public record StoreCommit(int step, int after, String machine, int records) {}
