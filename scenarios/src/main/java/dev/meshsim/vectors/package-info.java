/**
 * The generator of the published test vectors, {@code vectors/*.json}, in the format of Project
 * Wycheproof. For each computation of a dialect there are valid inputs, invalid inputs with one
 * failure each, and inputs that may be accepted. Keys and random numbers come from a world with a
 * fixed seed, so the files are equal every time. The keys protect nothing, so unlike any other
 * package this one publishes private keys. Formats that need only a few lines of plain arithmetic,
 * shares for example, are computed here a second time, so that the vectors also check the library.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.vectors;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
