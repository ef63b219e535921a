/**
 * The part of the session API that works on applications (developer-08 section 6.10). {@link
 * dev.meshsim.session.application.ApplicationSession} fetches, changes and publishes one
 * application; {@link dev.meshsim.session.application.PasswordProfile} is its decrypted content.
 * {@code ApplicationVault} encrypts the content to the devices that the profile's entry lists and
 * to the master escrow keys. The package knows the personal profile only as an {@link
 * dev.meshsim.session.application.ApplicationOwner}, which {@code PersonalSession} provides, so
 * that it depends on nothing in {@code dev.meshsim.session}.
 */
@NullMarked
package dev.meshsim.session.application;

import org.jspecify.annotations.NullMarked;
