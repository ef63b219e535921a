/**
 * Commands on single objects: {@code profile} and {@code escrow} open what is encrypted or sealed,
 * {@code share} splits and combines secrets, {@code udf} computes fingerprints.
 */
@NullMarked
package dev.meshsim.cli.profile;

import org.jspecify.annotations.NullMarked;
