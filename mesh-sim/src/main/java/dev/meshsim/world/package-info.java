/**
 * The only source of time and randomness. {@link dev.meshsim.world.World#system()} is real; {@link
 * dev.meshsim.world.World#seeded(long)} is virtual and reproducible: its clock moves only when it
 * is advanced, and each random stream is derived from the seed, the machine, the purpose and a
 * count, so that a draw added in one place does not change any other. An architecture rule forbids
 * every other source of time and randomness in the project.
 */
@NullMarked
package dev.meshsim.world;

import org.jspecify.annotations.NullMarked;
