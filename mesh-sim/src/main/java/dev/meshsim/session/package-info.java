/**
 * The convenience API of developer-08 section 6, with its names. A {@link
 * dev.meshsim.session.MeshSession} works on a machine: it creates devices and accounts, recovers a
 * profile, asks for a connection. A {@link dev.meshsim.session.PersonalSession} works on one
 * personal profile, an {@link dev.meshsim.session.ApplicationSession} on one application of it. The
 * classes {@code PersonalProfile}, {@code PasswordProfile} and {@code OfflineEscrowEntry} of this
 * package are what a program holds in its hand; the signed records of the same names are in {@link
 * dev.meshsim.profile}.
 */
@NullMarked
package dev.meshsim.session;

import org.jspecify.annotations.NullMarked;
