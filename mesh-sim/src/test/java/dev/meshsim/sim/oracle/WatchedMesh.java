package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** A small Mesh, real but for its decorators, all of whose events oracles see. */
final class WatchedMesh implements Scene {

  static final String PORTAL = "example.com";
  static final String SECOND = "second.example";

  final SeededWorld world = World.seeded(7);
  final Map<String, WatchedMachineStore> stores = new LinkedHashMap<>();
  final Map<String, List<Path>> files = new LinkedHashMap<>();
  final Map<String, PortalStore> portalStores = new LinkedHashMap<>();
  private final Map<String, MeshPortalDirect> portals = new LinkedHashMap<>();
  private final Dialect dialect;
  private final History history = new History();
  private final Oracles oracles;

  /** The portals that no request reaches. */
  final List<String> away = new ArrayList<>();

  /** True if the portals' programs end when a publication is stored, before they answer. */
  boolean crashing;

  /** True if the portals are said to keep verifiable logs. */
  boolean keepsLogs;

  /** The response that a machine receives, made of the request and the true response. */
  BinaryOperator<Bytes> received = (request, response) -> response;

  WatchedMesh(String... names) {
    this(Dialect.MESH, names);
  }

  WatchedMesh(Dialect dialect, String... names) {
    this(dialect, AllOracles.named(Arrays.asList(names)));
  }

  WatchedMesh(Dialect dialect, List<Oracle> watching) {
    this.dialect = dialect;
    this.oracles = new Oracles(this, history, watching);
    for (String domain : List.of(PORTAL, SECOND)) {
      portalStores.put(domain, new MemoryPortalStore());
      openPortal(domain);
    }
  }

  private void openPortal(String domain) {
    portals.put(domain, MeshPortalDirect.open(world, domain, dialect, portalStore(domain)));
  }

  /** The portal of a domain begins anew on a store. */
  void usePortalStore(String domain, PortalStore store) {
    portalStores.put(domain, store);
    openPortal(domain);
  }

  /** A person with a new machine. */
  Person machine(String name) {
    stores.put(
        name, new WatchedMachineStore(new MemoryMachineStore(StoreMode.TEST), name, this::tell));
    return new Person(this, name);
  }

  /** The program of a machine. */
  MeshSession program(String name) {
    MeshMachine machine = new MeshMachine(world, name, watched(name));
    return new MeshSession(machine, MeshPortals.of(List.of(way(name, PORTAL), way(name, SECOND))));
  }

  WatchedMachineStore watched(String name) {
    WatchedMachineStore store = stores.get(name);
    if (store == null) {
      throw new IllegalArgumentException("no machine " + name);
    }
    return store;
  }

  private MeshPortal way(String machine, String domain) {
    return new MeshPortal() {
      @Override
      public String domain() {
        return domain;
      }

      @Override
      public Dialect dialect() {
        return dialect;
      }

      @Override
      public Bytes exchange(Bytes request) {
        if (away.contains(domain)) {
          throw new UncheckedIOException(new IOException("away"));
        }
        Bytes response = portals.get(domain).exchange(request);
        SimEvent.Exchanged exchanged = new SimEvent.Exchanged(machine, domain, request, response);
        if (crashing && history.message(exchanged).asked(PublishRequest.class).isPresent()) {
          tell(new SimEvent.Exchanged(machine, domain, request, Bytes.EMPTY));
          throw new UncheckedIOException(new IOException("ended"));
        }
        tell(exchanged);
        Bytes got = received.apply(request, response);
        tell(new SimEvent.Received(machine, domain, request, got));
        return got;
      }
    };
  }

  /** Passes an event, true or forged, to the oracles. */
  void tell(SimEvent event) {
    oracles.on(event);
  }

  void restartPortal(String domain) {
    openPortal(domain);
    tell(new SimEvent.PortalRestarted(domain));
  }

  void tick() {
    world.advance(Duration.ofSeconds(2));
  }

  List<Violation> violations() {
    return oracles.violations();
  }

  /** All violations, one a line. */
  String text() {
    return String.join("\n", violations().stream().map(Violation::toString).toList());
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Instant now() {
    return world.now();
  }

  @Override
  public List<String> machines() {
    return List.copyOf(stores.keySet());
  }

  @Override
  public List<String> portals() {
    return List.copyOf(portals.keySet());
  }

  @Override
  public MachineStore store(String machine) {
    return watched(machine).store;
  }

  @Override
  public PortalStore portalStore(String portal) {
    return Optional.ofNullable(portalStores.get(portal)).orElseThrow();
  }

  @Override
  public boolean keepsLogs() {
    return keepsLogs;
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    Map<Path, Bytes> content = new TreeMap<>();
    for (Path file : files.getOrDefault(machine, List.of())) {
      try {
        content.put(file, Bytes.of(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content;
  }

  @Override
  public History history() {
    return history;
  }
}
