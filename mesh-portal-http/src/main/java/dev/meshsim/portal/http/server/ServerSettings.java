package dev.meshsim.portal.http.server;

import dev.meshsim.world.World;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a server.
 *
 * @param listen the address of the portal
 * @param admin the address of {@code /healthz} and {@code /metrics}; empty for none
 * @param tls the certificate and its key; empty for HTTP without TLS
 * @param limits the limits
 * @param accessLog receives a line of JSON for each request; empty for no log
 * @param clock the source of time: the only one of the server
 */
public record ServerSettings(
    ListenAddress listen,
    Optional<ListenAddress> admin,
    Optional<TlsFiles> tls,
    ServerLimits limits,
    Optional<Consumer<String>> accessLog,
    World clock) {

  /** A free port of the loopback address, without TLS, log and admin address. */
  public static ServerSettings loopback(ServerLimits limits) {
    return new ServerSettings(
        ListenAddress.loopback(),
        Optional.empty(),
        Optional.empty(),
        limits,
        Optional.empty(),
        World.system());
  }

  /** These with a log. */
  public ServerSettings withAccessLog(Consumer<String> log) {
    return new ServerSettings(listen, admin, tls, limits, Optional.of(log), clock);
  }

  /** These with an address for operators. */
  public ServerSettings withAdmin(ListenAddress address) {
    return new ServerSettings(listen, Optional.of(address), tls, limits, accessLog, clock);
  }

  /** These with TLS. */
  public ServerSettings withTls(TlsFiles files) {
    return new ServerSettings(listen, admin, Optional.of(files), limits, accessLog, clock);
  }
}
