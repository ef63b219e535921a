/**
 * Stores, archives and results that earlier commits wrote, opened by the present code. The data is
 * in {@code src/test/data}, a directory for each commit that wrote some.
 */
@NullMarked
package dev.meshsim.kept;

import org.jspecify.annotations.NullMarked;
