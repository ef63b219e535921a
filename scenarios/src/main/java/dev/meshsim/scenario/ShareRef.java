package dev.meshsim.scenario;

/**
 * One share of an escrow made earlier.
 *
 * @param machine where the escrow was made
 * @param number which share, counted from 1 as people count
 * @param typo true if its text is to be typed with one wrong character
 */
public record ShareRef(String machine, int number, boolean typo) {}
