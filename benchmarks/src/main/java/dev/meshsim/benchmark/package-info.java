/**
 * JMH benchmarks. Each package below is a group that {@code mesh-sim bench} runs, each class a
 * question; {@code benchmarks/README.md} has the commands. The answer is a ratio of methods of one
 * run, never an absolute time, so that the machine matters little. Benchmark methods return their
 * results, so that the compiler cannot remove their work.
 */
@NullMarked
package dev.meshsim.benchmark;

import org.jspecify.annotations.NullMarked;
