/**
 * Commands on single objects: {@code profile} and {@code escrow} decrypt application profiles and
 * escrow entries, {@code share} splits and combines secrets, {@code udf} computes fingerprints.
 */
@NullMarked
package dev.meshsim.cli.profile;

import org.jspecify.annotations.NullMarked;
