/** The stores of machines and portals, beside the bare database and plain maps. */
@NullMarked
package dev.meshsim.benchmark.store;

import org.jspecify.annotations.NullMarked;
