/**
 * The signed part of applications (mesh-reference-03 section 5). A type is described by an {@link
 * dev.meshsim.profile.application.ApplicationType}, found in {@link
 * dev.meshsim.profile.application.ApplicationTypes}; its profiles are {@link
 * dev.meshsim.profile.application.KnownApplicationProfile}s. Profiles of all other types are {@link
 * dev.meshsim.profile.application.OtherApplicationProfile}s, which are stored and verified but
 * never read further. The profile's entry for an application and the signed form stay in {@code
 * dev.meshsim.profile}, with the other entries.
 */
@NullMarked
package dev.meshsim.profile.application;

import org.jspecify.annotations.NullMarked;
