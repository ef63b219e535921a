/**
 * Witnesses of logs (C2SP {@code tlog-witness}). A {@link dev.meshsim.transparency.witness.Witness}
 * cosigns a checkpoint only if it continues the last one of its log that it has cosigned, which a
 * {@link dev.meshsim.transparency.witness.WitnessStore} keeps. A portal asks through {@link
 * dev.meshsim.transparency.witness.WitnessPort}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.witness;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
