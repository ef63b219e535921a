package dev.meshsim.sim.oracle;

import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.Receipt;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import java.util.Set;

/**
 * A machine that has refreshed its profile at a portal with a verifiable log has no older version
 * than that log: the latest record of the profile below the checkpoint that the machine believes,
 * or below the end of the log when it began, if it believes none. A record that the machine has a
 * receipt of counts too, which no checkpoint need cover: the machine knows that it is there.
 */
final class LogLatestOracle implements Oracle {

  private final Refreshes refreshes = new Refreshes();

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
    return Refreshes.EVENTS;
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    refreshes.ended(event, scene).ifPresent(refreshed -> compare(refreshed, scene, verdict));
  }

  private static void compare(Refreshes.Refreshed refreshed, Scene scene, Verdict verdict) {
    String portal = refreshed.portal();
    Optional<TreeHead> head = Belief.head(refreshed.machine(), portal, scene.history());
    Optional<Logged> log =
        head.isPresent()
            ? Belief.of(head.get(), portal, scene)
                .map(belief -> new Logged(belief.store(), belief.head().size()))
            : Optional.of(new Logged(scene.portalStore(portal), refreshed.records()));
    for (SignedPersonalProfile profile : scene.history().profiles(refreshed.machine())) {
      promised(refreshed, profile.identifier(), scene)
          .or(() -> log)
          .ifPresent(its -> compare(refreshed.machine(), profile, its, scene, verdict));
    }
  }

  /** The log up to the record of a profile that the machine has a receipt of, if it is later. */
  private static Optional<Logged> promised(
      Refreshes.Refreshed refreshed, Udf profile, Scene scene) {
    String portal = refreshed.portal();
    Optional<LogMemory> memory =
        Belief.memory(refreshed.machine(), portal, scene.history())
            .filter(known -> known.head() != null);
    Optional<Receipt> receipt =
        memory
            .flatMap(known -> known.of(LogName.MESH.label(), profile.text()))
            .map(LogMemory.Seen::receipt)
            .map(kept -> Receipt.verified(kept.receipt()));
    return memory
        .flatMap(Belief::head)
        .flatMap(
            head ->
                receipt
                    .filter(its -> its.number() > head.size())
                    .flatMap(its -> Belief.of(head, its, portal, scene))
                    .map(belief -> new Logged(belief.store(), receipt.get().number())));
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
