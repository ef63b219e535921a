/**
 * Makes the published test vectors, {@code vectors/*.json}: for everything that a dialect says how
 * to compute, what is right, what is wrong with one class of failure in each, and what may be
 * taken. The form is that of Project Wycheproof. The same files come out each time, since keys and
 * random numbers come from a world with a fixed seed; the keys in them protect nothing, so this
 * package writes out what every other keeps secret. Where a format can be computed in a few lines
 * of plain arithmetic, as shares can, it is, so that the vectors are a second opinion and not only
 * an echo.
 */
@NullMarked
package dev.meshsim.vectors;

import org.jspecify.annotations.NullMarked;
