package dev.meshsim.scenario.recording;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.ProtectedPortal;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A link whose messages are protected. The faults and lies of a scenario are outside of it, as
 * those of machines and portals themselves; what is inside is a network.
 *
 * @param link the network
 * @param given the fingerprint of the portal's key, or null to accept that of the first contact
 */
public record ProtectedLink(PortalLink link, Protection level, @Nullable String given)
    implements PortalLink {

  private static final String NAME = "portal link";

  /** The given link with this protection. */
  public static PortalLink of(PortalLink link, Protection level, @Nullable String given) {
    return level == Protection.NONE ? link : new ProtectedLink(link, level, given);
  }

  @Override
  public Way to(MeshPortal portal) {
    return to(portal, World.system());
  }

  @Override
  public Way to(MeshPortal portal, World world) {
    Way way = link.to(portal, world);
    // A portal that runs elsewhere has the real time.
    World own = way.elsewhere() ? World.system() : world;
    ProtectedPortal safe =
        new ProtectedPortal(way.portal(), own, NAME, level, KeyPins.inMemory(), given);
    if (!way.elsewhere()) {
      // Before the first step: the Hello for the keys is no message of the scenario.
      safe.keys();
    }
    return new Way(safe, way.end(), way.elsewhere());
  }
}
