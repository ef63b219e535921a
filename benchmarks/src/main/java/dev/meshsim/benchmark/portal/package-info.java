/** The direct portal: each transaction, signed and not, with many accounts. */
@NullMarked
package dev.meshsim.benchmark.portal;

import org.jspecify.annotations.NullMarked;
