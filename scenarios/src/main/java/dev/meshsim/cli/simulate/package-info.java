/** {@code mesh-sim simulate}: many seeds, their totals, and the findings. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.simulate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
