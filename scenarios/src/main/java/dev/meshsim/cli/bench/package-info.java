/** {@code mesh-sim bench}: running the benchmarks of a checkout, and comparing their results. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.bench;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
