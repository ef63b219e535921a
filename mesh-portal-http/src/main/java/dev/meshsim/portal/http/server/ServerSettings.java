package dev.meshsim.portal.http.server;

import dev.meshsim.world.World;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The settings of a server.
 *
 * @param host the address to listen on
 * @param port the port; 0 for a free one
 * @param tls the certificate and its key; empty for HTTP without TLS
 * @param limits the limits
 * @param clock the source of time for limits and the access log
 */
record ServerSettings(
    String host,
    int port,
    Optional<SslContextFactory.Server> tls,
    ServerLimits limits,
    World clock) {}
