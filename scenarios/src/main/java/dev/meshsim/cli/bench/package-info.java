/** {@code mesh-sim bench}: running the benchmarks of a checkout, and comparing their results. */
@NullMarked
package dev.meshsim.cli.bench;

import org.jspecify.annotations.NullMarked;
