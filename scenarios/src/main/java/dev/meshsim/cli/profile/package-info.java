/**
 * Commands on single objects: {@code profile} and {@code escrow} decrypt application profiles and
 * escrow entries, {@code share} splits and combines secrets, {@code udf} computes fingerprints.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.profile;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
