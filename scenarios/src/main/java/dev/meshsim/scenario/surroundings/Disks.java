package dev.meshsim.scenario.surroundings;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.disk.SimulatedDisk;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The simulated disks of a case: one for each machine and one for each portal. A machine's store is
 * of the case's kind, if that stands on {@link DurableFiles}; in a case in memory it is the store
 * {@code file}. A portal's store is {@code jlog}.
 */
public final class Disks {

  private static final String IN_MEMORY = "memory";
  private static final String MACHINES = "file";
  private static final String PORTALS = "jlog";
  private static final Path ROOT = Path.of("/disk").toAbsolutePath();
  private static final Path PLACE = ROOT.resolve("store");

  private final MachineStoreProvider machineKind;
  private final PortalStoreProvider portalKind = PortalStores.named(PORTALS);
  private final Map<String, SimulatedDisk> machines = new LinkedHashMap<>();
  private final Map<Integer, SimulatedDisk> portals = new LinkedHashMap<>();
  private List<String> domains = List.of();
  private Consumer<SimEvent> events = event -> {};

  /**
   * Without a disk at first.
   *
   * @param kind the name of a store for which {@link #have} is true
   */
  public Disks(String kind) {
    this.machineKind = MachineStores.named(onDisk(kind));
  }

  private static String onDisk(String kind) {
    return kind.equals(IN_MEMORY) ? MACHINES : kind;
  }

  /** True if stores of this kind can be on a simulated disk. */
  public static boolean have(String kind) {
    return MachineStores.find(onDisk(kind))
        .filter(provider -> provider.over(DurableFiles.real()).isPresent())
        .isPresent();
  }

  /** True if stores of this kind are on a simulated disk and notice a wrong bit. */
  public static boolean findWrongBits(String kind) {
    return have(kind)
        && MachineStores.find(onDisk(kind))
            .filter(MachineStoreProvider::findsWrongBits)
            .isPresent();
  }

  /**
   * Sends the faults of the disks as events.
   *
   * @param portals the domains of the portals, in order
   */
  public void tell(List<String> portals, Consumer<SimEvent> to) {
    domains = List.copyOf(portals);
    events = to;
  }

  private SimulatedDisk empty(String place) {
    return new SimulatedDisk(
        ROOT, mode -> events.accept(new SimEvent.Faulted(place, Fault.of(mode).label())));
  }

  /** The disk of a machine. */
  public SimulatedDisk of(String machine) {
    return machines.computeIfAbsent(machine, this::empty);
  }

  /** The disk of a portal, counted from 1 in the scenario's order. */
  public SimulatedDisk ofPortal(int number) {
    return portals.computeIfAbsent(number, absent -> empty(domains.get(number - 1)));
  }

  /** The faults of all disks that were planned and have not happened, by their origins. */
  public Map<String, String> unfinished() {
    Map<String, String> all = new LinkedHashMap<>();
    Stream.concat(machines.values().stream(), portals.values().stream())
        .flatMap(disk -> disk.faults().unfinished().stream())
        .forEach(fault -> all.put(fault.origin(), Fault.of(fault.mode()).label()));
    return all;
  }

  /** Opens a machine on its disk. */
  public MeshMachine openMachine(World world, String name) {
    return new MeshMachine(
        world,
        name,
        of(name)
            .open(
                files ->
                    machineKind
                        .over(files)
                        .orElseThrow()
                        .open(PLACE, StoreMode.TEST, world.stream(name, "store"))));
  }

  /** Starts the program of a machine again; see {@link Surroundings#restart}. */
  public MeshMachine restart(World world, MeshMachine machine, boolean killed) {
    machine.close();
    of(machine.name()).restart(killed);
    return openMachine(world, machine.name());
  }

  /**
   * Starts the program of a machine while one bit of a file of its store is wrong: opens the store,
   * reads all of it, and puts the bit right. The machine is closed then.
   *
   * @param bit counted from 0 through all files
   */
  public SimEvent.Rotted startRotten(World world, MeshMachine machine, long bit) {
    String name = machine.name();
    machine.close();
    of(name).restart(false);
    SimulatedDisk.Rot rot = of(name).rot(bit);
    List<String> noticed = new ArrayList<>();
    List<MachineRecord> read = new ArrayList<>();
    Optional<Throwable> failure = Optional.empty();
    try (MeshMachine opened = openMachine(world, name)) {
      MachineStore store = opened.store();
      store.check().forEach(finding -> noticed.add(finding.place() + ": " + finding.problem()));
      for (RecordKind kind : RecordKind.values()) {
        read.addAll(store.list(kind));
      }
    } catch (RuntimeException e) {
      // Whatever a reader throws at a wrong bit is for the oracle to judge.
      failure = Optional.of(e);
      if (e instanceof MeshException known) {
        noticed.add(known.problem());
      }
    }
    of(name).repair(rot);
    String file = String.valueOf(rot.file().getFileName());
    return new SimEvent.Rotted(name, file, noticed, failure, read);
  }

  /** Opens a portal's store on its disk, for a portal that starts. */
  public PortalStore openPortal(World world, int number) {
    SimulatedDisk disk = ofPortal(number);
    disk.restart(false);
    return disk.open(
        files -> portalKind.over(files).orElseThrow().open(PLACE, world, warning -> {}));
  }

  /** Opens a portal's store as {@link #openPortal} does, after removing all that it has. */
  public PortalStore openEmptyPortal(World world, int number) {
    ofPortal(number).wipe();
    return openPortal(world, number);
  }

  /** The content of the files on the disk of a machine. */
  public Map<Path, Bytes> files(String machine) {
    return Optional.ofNullable(machines.get(machine))
        .<Map<Path, Bytes>>map(SimulatedDisk::content)
        .orElse(Map.of());
  }
}
