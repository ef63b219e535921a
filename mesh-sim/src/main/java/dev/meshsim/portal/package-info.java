/**
 * The portal and the ways to it. {@link dev.meshsim.portal.service.MeshService} is the portal's
 * side: octets in, octets out, every rule enforced, nothing thrown. {@link
 * dev.meshsim.portal.MeshPortalDirect} puts one in the process of its clients, records every
 * exchange in a {@link dev.meshsim.portal.Trace}, and shares no object with them. {@link
 * dev.meshsim.portal.MeshClient} is a client's logical connection for one account, with a method
 * for each transaction; {@link dev.meshsim.portal.PortalChallenge} keeps the challenge that its
 * signed requests name. Sources: developer-08 section 6.1 and 6.3, mesh-reference-03 section 7.
 */
@NullMarked
package dev.meshsim.portal;

import org.jspecify.annotations.NullMarked;
