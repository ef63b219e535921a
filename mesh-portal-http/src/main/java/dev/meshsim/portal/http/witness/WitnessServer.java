package dev.meshsim.portal.http.witness;

import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.http.server.TextServer;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.witness.Witness;
import java.util.function.Consumer;

/**
 * A web server that answers for a witness of this process (C2SP tlog-witness): {@code POST
 * /add-checkpoint}, and {@code GET /HASH/checkpoint} with the SHA-256 of a log's origin. Closing it
 * stops listening and waits for the requests in flight; the witness stays open.
 */
public final class WitnessServer implements AutoCloseable {

  /** The limits of a portal's server, with the longest body that a witness reads. */
  public static final ServerLimits LIMITS =
      ServerLimits.DEFAULT.withBodyOctets(AddCheckpoint.MOST_OCTETS);

  private final TextServer server;

  private WitnessServer(TextServer server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param stopped gets the reason if the witness stops for good, see {@link Witness#lost}
   * @throws dev.meshsim.portal.http.HttpPortalException {@code http.cannot-listen} if the address
   *     is taken or not this machine's, {@code http.bad-certificate} if the files for TLS cannot be
   *     used
   */
  public static WitnessServer start(
      Witness witness, ServerSettings settings, Consumer<String> stopped) {
    return new WitnessServer(
        TextServer.start("mesh-witness", new WitnessService(witness, stopped), settings));
  }

  /** The address that clients connect to; it is the submission prefix and the monitoring prefix. */
  public PortalAddress address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
