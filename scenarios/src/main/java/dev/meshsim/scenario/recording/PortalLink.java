package dev.meshsim.scenario.recording;

import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.EncodedPortal;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.world.World;

/** The link between the machines of a scenario and its portals: none, or a network. */
@FunctionalInterface
public interface PortalLink {

  /** Machines and portals of one process. */
  PortalLink DIRECT = portal -> new Way(portal, () -> {});

  /**
   * A way to one portal.
   *
   * @param portal the portal as machines reach it
   * @param end ends the way; the portal stays open
   * @param elsewhere true if another portal is at its end, which somebody else runs
   */
  record Way(MeshPortal portal, Runnable end, boolean elsewhere) {

    /** A way that leads to the portal that was given. */
    public Way(MeshPortal portal, Runnable end) {
      this(portal, end, false);
    }
  }

  /** Makes a way to a portal, in any thread. */
  Way to(MeshPortal portal);

  /**
   * Makes a way to a portal of a scenario, in any thread.
   *
   * @param world the scenario's source of time and randomness
   */
  default Way to(MeshPortal portal, World world) {
    return to(portal);
  }

  /** This link with messages in an encoding. */
  default PortalLink in(Encoding encoding) {
    return portal -> {
      Way way = to(portal);
      return new Way(EncodedPortal.of(way.portal(), encoding), way.end(), way.elsewhere());
    };
  }
}
