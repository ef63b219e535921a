/**
 * The signed objects: a record for each object of a profile in the Mesh schema, with its members in
 * the schema's order and spelling ({@code DeviceEncryptiontionKey} included). A record is only
 * data; {@link dev.meshsim.profile.trust.ProfileVerifier} turns a signed object into its content
 * after checking every signature and every fingerprint on the way, and {@link
 * dev.meshsim.profile.trust.ProfileSigner} makes signed objects. Sources: the schema of
 * mesh-reference-03 section 4 to 6 and developer-08 section 6.
 */
@NullMarked
package dev.meshsim.profile;

import org.jspecify.annotations.NullMarked;
