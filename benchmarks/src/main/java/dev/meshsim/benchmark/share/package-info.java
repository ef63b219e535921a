/** Secret sharing: splitting and combining, beside three other implementations. */
@NullMarked
package dev.meshsim.benchmark.share;

import org.jspecify.annotations.NullMarked;
