package dev.meshsim.cli.run;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.run.RunOptions;

/**
 * A link between machines and portals for the time of a run.
 *
 * @param link makes the way to each portal
 * @param end closes what the ways share
 */
record OpenLink(PortalLink link, Runnable end) implements AutoCloseable {

  /** Opens the link of a name that {@link LinkOption} has checked. */
  static OpenLink named(String name) {
    if (name.equals(RunOptions.DIRECT)) {
      return new OpenLink(PortalLink.DIRECT, () -> {});
    }
    PortalConnections connections = PortalConnections.open();
    return new OpenLink(portal -> overHttp(portal, connections), connections::close);
  }

  private static PortalLink.Way overHttp(MeshPortal portal, PortalConnections connections) {
    PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT);
    MeshPortal remote =
        MeshPortalRemote.at(server.address(), portal.domain(), portal.dialect(), connections);
    return new PortalLink.Way(remote, server::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
