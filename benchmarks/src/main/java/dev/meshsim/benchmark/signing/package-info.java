/** Keys, signatures and encryption through our API, beside bare primitives and Nimbus. */
@NullMarked
package dev.meshsim.benchmark.signing;

import org.jspecify.annotations.NullMarked;
