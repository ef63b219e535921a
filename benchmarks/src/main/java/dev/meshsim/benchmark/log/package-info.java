/** The portal's log: durable appends, opening, verifying. */
@NullMarked
package dev.meshsim.benchmark.log;

import org.jspecify.annotations.NullMarked;
