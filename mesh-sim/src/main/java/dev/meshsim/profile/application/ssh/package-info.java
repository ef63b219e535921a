/**
 * The application for SSH: the keys of hosts for all devices, and for each device a key of its own.
 * {@code dev.meshsim.ssh} writes them as files of OpenSSH.
 */
@NullMarked
package dev.meshsim.profile.application.ssh;

import org.jspecify.annotations.NullMarked;
