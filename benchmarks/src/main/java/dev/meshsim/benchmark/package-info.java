/** JMH benchmarks. */
@NullMarked
package dev.meshsim.benchmark;

import org.jspecify.annotations.NullMarked;
