package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;

/** The stores of one case's machines and portals, and the logs in its results. */
public final class CaseStores implements Surroundings {

  private final ScenarioPlace place;
  private final boolean forced;
  private final World clock;
  private final PortalLink link;
  private final BiConsumer<SeededWorld, PortalStore> begin;

  /**
   * The stores in a place.
   *
   * @param clock the source of randomness of the logs
   * @param link between machines and portals
   * @param begin puts the records into the first portal's store that the scenario starts with
   */
  public CaseStores(
      ScenarioPlace place,
      Scenario scenario,
      World clock,
      PortalLink link,
      BiConsumer<SeededWorld, PortalStore> begin) {
    this.place = place;
    this.forced = isForced(scenario);
    this.clock = clock;
    this.link = link;
    this.begin = begin;
  }

  /** True if a step stops what holds the logs, so that every record is forced. */
  public static boolean isForced(Scenario scenario) {
    return scenario.steps().stream().anyMatch(step -> step.kind().stops());
  }

  /**
   * A portal's store: of the machines' kind, if that can keep a portal, else {@code .jlog} files.
   */
  @Override
  public PortalStore openPortal(SeededWorld world, int number) {
    return place
        .store()
        .portal()
        .map(provider -> provider.open(root(number), world, CaseStores::noRepair))
        .orElseGet(() -> logs(number));
  }

  @Override
  public PortalStore openEmptyPortal(SeededWorld world, int number) {
    place
        .store()
        .portal()
        .ifPresentOrElse(
            provider -> provider.discard(root(number)),
            () -> RunStore.logs().discard(logDirectory(number)));
    return openPortal(world, number);
  }

  @Override
  public PortalLink link() {
    return link;
  }

  @Override
  public void begin(SeededWorld world, PortalStore first) {
    begin.accept(world, first);
  }

  @Override
  public MeshMachine openMachine(World world, String name) {
    MachineStoreProvider machines = place.store().machines();
    Path directory = place.stores().resolve(name);
    return new MeshMachine(
        world, name, machines.open(directory, StoreMode.TEST, world.stream(name, "store")));
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    return MachineFiles.in(place.stores().resolve(machine));
  }

  @Override
  public MeshMachine restart(World world, MeshMachine machine, boolean killed) {
    if (place.store().name().equals(RunStore.MEMORY)) {
      // What is in memory stands for a disk here.
      return new MeshMachine(world, machine.name(), machine.store());
    }
    machine.close();
    return openMachine(world, machine.name());
  }

  /** The logs of a portal in the results; the caller closes them. */
  public PortalStore logs(int number) {
    Path logs = logDirectory(number);
    return forced
        ? RunStore.logs().open(logs, clock, CaseStores::noRepair)
        : ResultLogs.open(logs, CaseStores::noRepair);
  }

  private Path root(int number) {
    return place.stores().resolve(RunStore.portalDirectory(number));
  }

  private Path logDirectory(int number) {
    Path results = place.results();
    return PortalLogs.directory(number).map(results::resolve).orElse(results);
  }

  private static void noRepair(String warning) {
    throw new IllegalStateException("a new store needs no repair: " + warning);
  }
}
