package dev.meshsim.scenario.action;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.hostile.HostilePortal;
import dev.meshsim.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The portals of a scenario as its machines reach them: each may lie. */
final class HostilePortals {

  private final Map<String, HostilePortal> all = new LinkedHashMap<>();

  /** Puts a portal that may lie in front of one of the scenario's; its lies are recorded. */
  void add(World world, String domain, MeshPortal portal, Recording recording) {
    all.put(
        domain,
        new HostilePortal(
            world,
            portal,
            (lie, reached) -> {
              if (reached) {
                recording.lied(lie.label());
              }
            }));
  }

  /** The portal of a domain. */
  HostilePortal at(String domain) {
    HostilePortal portal = all.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  /** Does something with each portal, by its domain. */
  void forEach(BiConsumer<String, HostilePortal> each) {
    all.forEach(each);
  }

  /** The lies that were never told. */
  Stream<HostilePortal.Begun> unfinished() {
    return all.values().stream().flatMap(portal -> portal.unfinished().stream());
  }
}
