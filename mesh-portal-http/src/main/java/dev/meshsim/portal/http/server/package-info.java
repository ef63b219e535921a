/**
 * The server of a portal on a network. {@link dev.meshsim.portal.http.server.PortalServer} answers
 * HTTP requests with a {@code MeshPortal} of this process, within the limits of {@link
 * dev.meshsim.portal.http.server.ServerLimits}: what is too large, too slow or too much is answered
 * with a status or cut, and never reaches the portal. {@code PortalHandler} checks the head of a
 * request, {@code RequestBody} reads its octets in bounded time, {@code Answers} writes what comes
 * back, and {@code ConnectionWatch} closes connections that bring no request. Time is read from the
 * {@code World} of the settings only.
 */
@NullMarked
package dev.meshsim.portal.http.server;

import org.jspecify.annotations.NullMarked;
