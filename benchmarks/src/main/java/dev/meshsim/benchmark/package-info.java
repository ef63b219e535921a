/**
 * JMH benchmarks, one class per question; {@code benchmarks/README.md} has the commands. Each
 * answers with a ratio of methods that ran in the same run, never with an absolute time, so that
 * the machine does not matter. Results are returned, which is how JMH keeps them from being
 * optimised away.
 */
@NullMarked
package dev.meshsim.benchmark;

import org.jspecify.annotations.NullMarked;
