/**
 * The convenience API of developer-08 section 6, with its names. A {@link
 * dev.meshsim.session.MeshSession} works on a machine: it creates devices and accounts, recovers a
 * profile, asks for a connection. A {@link dev.meshsim.session.PersonalSession} works on one
 * personal profile: it accepts and removes devices, makes administrators and changes keys, each
 * published so that a failed call is completed by the next one. The sessions of its applications
 * are in {@link dev.meshsim.session.application}. {@code PersonalProfile} and {@code
 * OfflineEscrowEntry} of this package are the objects that a program handles; the signed records of
 * those names are in {@link dev.meshsim.profile}.
 */
@NullMarked
package dev.meshsim.session;

import org.jspecify.annotations.NullMarked;
