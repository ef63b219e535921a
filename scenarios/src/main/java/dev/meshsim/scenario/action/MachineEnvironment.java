package dev.meshsim.scenario.action;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.sim.MessageFaults;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of one machine: the portals as it reaches them, with its faults. */
final class MachineEnvironment {

  private final MessageFaults faults = new MessageFaults();
  private final Map<String, MeshPortal> portals = new LinkedHashMap<>();

  MachineEnvironment(Collection<RecordingPortal> all) {
    all.forEach(portal -> portals.put(portal.domain(), faults.through(portal)));
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
