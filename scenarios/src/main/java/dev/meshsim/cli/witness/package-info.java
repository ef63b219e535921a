/**
 * The commands {@code witness init} and {@code witness serve}: a witness of portals' logs in a
 * directory of its own, which has its key and what it has cosigned.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.witness;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
