/**
 * Witnesses of logs on a network (C2SP {@code tlog-witness}). {@link
 * dev.meshsim.portal.http.witness.WitnessServer} answers HTTP requests with a {@code Witness} of
 * this process; {@link dev.meshsim.portal.http.witness.RemoteWitness} asks a witness elsewhere, of
 * this make or another.
 */
@NullMarked
package dev.meshsim.portal.http.witness;

import org.jspecify.annotations.NullMarked;
