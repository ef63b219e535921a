/**
 * A portal on a network, as its clients reach it. {@link dev.meshsim.portal.http.MeshPortalRemote}
 * is a {@code MeshPortal} that posts each request to a server
 * (draft-hallambaker-json-web-service-03), {@link dev.meshsim.portal.http.PortalConnections} keeps
 * the connections of any number of them, and {@link dev.meshsim.portal.http.HttpBinding} says which
 * paths, media types and status codes both sides use. The HTTP client is Jetty's, because a request
 * must reach one address under the name of another host, in its {@code Host} field and in TLS. The
 * server is in the package {@code server}.
 */
@NullMarked
package dev.meshsim.portal.http;

import org.jspecify.annotations.NullMarked;
