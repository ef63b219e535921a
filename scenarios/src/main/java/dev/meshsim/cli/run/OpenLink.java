package dev.meshsim.cli.run;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
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
    if (!name.equals(RunOptions.HTTP)) {
      return elsewhere(PortalAddress.parse(name), connections);
    }
    return new OpenLink(portal -> overHttp(portal, connections), connections::close);
  }

  /** A link to one portal that runs already, whatever portal is given. */
  static OpenLink elsewhere(PortalAddress address, PortalConnections connections) {
    return new OpenLink(
        portal ->
            new PortalLink.Way(
                MeshPortalRemote.at(address, portal.domain(), portal.dialect(), connections),
                () -> {},
                true),
        connections::close);
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
