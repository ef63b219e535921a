/**
 * What is signed: a record for each schema object of a profile, with members named and ordered as
 * the Mesh schema has them (its {@code DeviceEncryptiontionKey} included), and the rules by which a
 * signed object is believed. A record is only data; {@link
 * dev.meshsim.profile.trust.ProfileVerifier} turns a signed object into its content after checking
 * every signature and every fingerprint on the way, and {@link
 * dev.meshsim.profile.trust.ProfileSigner} makes signed objects. Sources: the schema of
 * mesh-reference-03 section 4 to 6 and developer-08 section 6.
 */
@NullMarked
package dev.meshsim.profile;

import org.jspecify.annotations.NullMarked;
