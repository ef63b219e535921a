/** {@code mesh-sim simulate}: many seeds, their totals, and the findings. */
@NullMarked
package dev.meshsim.cli.simulate;

import org.jspecify.annotations.NullMarked;
