package dev.meshsim.scenario.action;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.sim.MessageFaults;
import dev.meshsim.world.ShiftedWorld;
import dev.meshsim.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment of one machine: its clock, and the portals as it reaches them with its faults.
 */
final class MachineEnvironment {

  private final ShiftedWorld world;
  private final MessageFaults faults = new MessageFaults();
  private final Map<String, MeshPortal> portals = new LinkedHashMap<>();

  MachineEnvironment(World world, Collection<RecordingPortal> all) {
    this.world = new ShiftedWorld(world);
    all.forEach(portal -> portals.put(portal.domain(), faults.through(portal)));
  }

  /** The world with the machine's clock. */
  ShiftedWorld world() {
    return world;
  }

  MessageFaults faults() {
    return faults;
  }

  /** The portal of a domain, as the scenario spells it. */
  MeshPortal portal(String domain) {
    MeshPortal portal = portals.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  /** A single portal answers for every domain; it refuses the accounts of others itself. */
  MeshPortals reachable() {
    MeshPortal[] all = portals.values().toArray(MeshPortal[]::new);
    return all.length == 1 ? MeshPortals.only(all[0]) : MeshPortals.of(all);
  }
}
