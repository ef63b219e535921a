package dev.meshsim.sim.oracle;

import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.udf.Udf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A machine that has refreshed its profile at a portal with a verifiable log has no older version
 * than that log: the latest record of the profile below the checkpoint that the machine believes,
 * or below the end of the log when it began, if it believes none.
 */
final class LogLatestOracle implements Oracle {

  /** The portals that each machine has heard of since its operation began. */
  private final Map<String, Set<String>> heard = new HashMap<>();

  /** The records that each portal had when a machine began what it does. */
  private final Map<String, Map<String, Long>> sizes = new HashMap<>();

  @Override
  public String name() {
    return "log-latest";
  }

  @Override
  public String law() {
    return "A machine that has refreshed its profile has no older version than the portal's log.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Began.class, SimEvent.Received.class, SimEvent.Ended.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (!scene.keepsLogs()) {
      return;
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
      Set<String> portals = heard.getOrDefault(ended.began().machine(), Set.of());
      if (ended.done() && portals.size() == 1) {
        compare(ended.began().machine(), portals.iterator().next(), scene, verdict);
      }
      heard.remove(ended.began().machine());
    }
  }

  private static boolean isRefresh(SimEvent.Began began) {
    return began.word().equals("refresh");
  }

  private static long size(PortalStore store) {
    return store.tree().size();
  }

  private void compare(String machine, String portal, Scene scene, Verdict verdict) {
    Optional<TreeHead> believed = believed(machine, portal, scene.history());
    PortalStore store = scene.portalStore(portal);
    long end = sizes.getOrDefault(machine, Map.of()).getOrDefault(portal, 0L);
    if (believed.isPresent()) {
      TreeHead head = believed.get();
      end = head.size();
      Optional<PortalStore> its =
          scene.histories(portal).stream()
              .filter(one -> size(one) >= head.size())
              .filter(one -> one.tree().head(head.size()).equals(head))
              .findFirst();
      if (its.isEmpty()) {
        return;
      }
      store = its.get();
    }
    for (SignedPersonalProfile profile : scene.history().profiles(machine)) {
      compare(machine, profile, new Logged(store, end), scene, verdict);
    }
  }

  private static Optional<TreeHead> believed(String machine, String portal, History history) {
    return history.records(machine).get(new RecordKey(RecordKind.PORTAL, portal))
            instanceof MachineRecord.Portal pin
        ? Optional.ofNullable(pin.log())
            .map(LogMemory::head)
            .map(head -> Checkpoint.verified(head.note()).tree())
        : Optional.empty();
  }

  /** The first records of a log. */
  private record Logged(PortalStore store, long end) {

    Optional<ProfileFacts> latest(Udf profile, Scene scene) {
      return store
          .transact(tx -> tx.latest(LogName.MESH, profile.text()))
          .filter(item -> item.number() <= end)
          .flatMap(item -> new PortalRecords(store, scene.dialect()).latest(profile))
          .filter(SignedPersonalProfile.class::isInstance)
          .flatMap(entry -> scene.history().profile((SignedPersonalProfile) entry));
    }
  }

  private static void compare(
      String machine, SignedPersonalProfile held, Logged log, Scene scene, Verdict verdict) {
    Optional<ProfileFacts> latest = log.latest(held.identifier(), scene);
    Optional<ProfileFacts> own = scene.history().profile(held);
    if (latest.isPresent()
        && own.isPresent()
        && latest.get().updated().isAfter(own.get().updated())) {
      verdict.violated(
          machine
              + " has refreshed "
              + held.identifier()
              + " and has the version of "
              + own.get().updated()
              + "; the log has that of "
              + latest.get().updated());
    }
  }
}
