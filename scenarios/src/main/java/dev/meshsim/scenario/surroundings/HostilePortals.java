package dev.meshsim.scenario.surroundings;

import dev.meshsim.scenario.recording.Recording;
import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.sim.Reach;
import dev.meshsim.sim.hostile.Copies;
import dev.meshsim.sim.hostile.HostilePortal;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The portals of a scenario as its machines reach them: each may lie. */
public final class HostilePortals {

  private final Map<String, HostilePortal> all = new LinkedHashMap<>();
  private final Map<String, Supplier<Reach>> reach = new HashMap<>();

  /**
   * Puts a portal that may lie in front of one of the scenario's; its lies are recorded.
   *
   * @param copies makes the branches of its log
   * @param events receives each lie that is told
   */
  public void add(
      World world,
      String domain,
      RecordingPortal portal,
      Recording recording,
      Copies copies,
      Consumer<SimEvent> events) {
    reach.put(domain, portal::reach);
    all.put(
        domain,
        new HostilePortal(
            world,
            portal,
            copies,
            (lie, reached) -> {
              events.accept(new SimEvent.Faulted(domain, lie.label()));
              if (reached) {
                recording.lied(lie.label());
              }
            }));
  }

  /** The portal of a domain. */
  public HostilePortal at(String domain) {
    HostilePortal portal = all.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  /** Tells how far messages to a portal get. */
  public Supplier<Reach> reach(String domain) {
    return Objects.requireNonNull(reach.get(domain), domain);
  }

  /** Does something with each portal, by its domain. */
  public void forEach(BiConsumer<String, HostilePortal> each) {
    all.forEach(each);
  }

  /** The lies that were never told. */
  public Stream<HostilePortal.Begun> unfinished() {
    return all.values().stream().flatMap(portal -> portal.unfinished().stream());
  }
}
