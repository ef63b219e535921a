package dev.meshsim.sim.oracle;

import dev.meshsim.log.PortalStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The refreshes of machines that have heard of one portal meanwhile, where there are logs. */
final class Refreshes {

  /** The events to give to {@link #ended}. */
  static final Set<Class<? extends SimEvent>> EVENTS =
      Set.of(SimEvent.Began.class, SimEvent.Received.class, SimEvent.Ended.class);

  /** The portals that each machine has heard of since its operation began. */
  private final Map<String, Set<String>> heard = new HashMap<>();

  /** The records that each portal had when a machine began what it does. */
  private final Map<String, Map<String, Long>> sizes = new HashMap<>();

  /**
   * A refresh that has ended well.
   *
   * @param records the records that the portal had when it began
   */
  record Refreshed(String machine, String portal, long records) {}

  /** Takes an event; gives the refresh that it ends well. */
  Optional<Refreshed> ended(SimEvent event, Scene scene) {
    if (!scene.keepsLogs()) {
      return Optional.empty();
    }
    if (event instanceof SimEvent.Began began && isRefresh(began)) {
      heard.put(began.machine(), new HashSet<>());
      Map<String, Long> now = new HashMap<>();
      scene.portals().forEach(portal -> now.put(portal, size(scene.portalStore(portal))));
      sizes.put(began.machine(), now);
    } else if (event instanceof SimEvent.Received received) {
      Optional.ofNullable(heard.get(received.machine()))
          .ifPresent(portals -> portals.add(received.portal()));
    } else if (event instanceof SimEvent.Ended ended && isRefresh(ended.began())) {
      String machine = ended.began().machine();
      Set<String> portals = heard.getOrDefault(machine, Set.of());
      heard.remove(machine);
      if (ended.done() && portals.size() == 1) {
        String portal = portals.iterator().next();
        long records = sizes.getOrDefault(machine, Map.of()).getOrDefault(portal, 0L);
        return Optional.of(new Refreshed(machine, portal, records));
      }
    }
    return Optional.empty();
  }

  private static boolean isRefresh(SimEvent.Began began) {
    return began.word().equals("refresh");
  }

  private static long size(PortalStore store) {
    return store.tree().size();
  }
}
