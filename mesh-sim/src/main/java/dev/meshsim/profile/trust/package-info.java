/**
 * Signing and verification of profiles. {@link dev.meshsim.profile.trust.ProfileVerifier} turns a
 * signed object into its content after checking every fingerprint and signature up to the master
 * key; {@link dev.meshsim.profile.trust.ProfileSigner} makes signed objects; {@link
 * dev.meshsim.profile.trust.VerifiedPersonalProfile} is the type of a profile that has been
 * verified. {@link dev.meshsim.profile.trust.ConnectionAuthenticator} computes the code that both
 * devices show (developer-08 section 6.9), and {@link dev.meshsim.profile.trust.EscrowSeal}
 * encrypts the escrowed keys.
 */
@NullMarked
package dev.meshsim.profile.trust;

import org.jspecify.annotations.NullMarked;
