/**
 * The applications for networks and mail, whose services are {@link
 * dev.meshsim.profile.application.network.Connection}s.
 */
@NullMarked
package dev.meshsim.profile.application.network;

import org.jspecify.annotations.NullMarked;
