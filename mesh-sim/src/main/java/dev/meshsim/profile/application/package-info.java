/**
 * The published part of applications (mesh-reference-03 section 5): {@link
 * dev.meshsim.profile.application.PasswordProfile} with its encrypted {@link
 * dev.meshsim.profile.application.PasswordProfilePrivate}, and {@link
 * dev.meshsim.profile.application.OtherApplicationProfile} for the types that are stored and
 * verified but not yet written. The profile's entry for an application and the signed form stay in
 * {@code dev.meshsim.profile}, with the other entries.
 */
@NullMarked
package dev.meshsim.profile.application;

import org.jspecify.annotations.NullMarked;
