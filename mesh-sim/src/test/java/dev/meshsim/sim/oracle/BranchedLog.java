package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log of 3 records and a checkpoint, and a branch of it that has others from there on, which an
 * oracle looks at. Machines demand two witnesses.
 */
final class BranchedLog implements Scene {

  static final String DOMAIN = "example.com";

  final SeededWorld world = World.seeded(5);
  final PortalKeyring keys = new PortalKeyring(world, DOMAIN, new MemoryPortalStore());
  final PortalStore log = new MemoryPortalStore();
  final PortalStore branch = new MemoryPortalStore();
  final List<String> violations = new ArrayList<>();

  /** The checkpoint that both have. */
  final HeadProof common;

  private final Map<String, MachineStore> stores = new HashMap<>();
  private final History history = new History();
  private final Oracle oracle;

  BranchedLog(Oracle oracle) {
    this.oracle = oracle;
    common = grown(log, "common");
    PortalTransfer.copy(log, branch);
  }

  /** Adds 3 records of keys of their own, and makes a checkpoint of them. */
  HeadProof grown(PortalStore store, String name) {
    for (int i = 0; i < 3; i++) {
      put(store, name + i + "-" + store.tree().size());
    }
    return checkpoint(store);
  }

  /** Adds a record of the mesh log. */
  DataItem put(PortalStore store, String key) {
    return put(store, LogName.MESH, key, "{}");
  }

  /** Adds a record. */
  DataItem put(PortalStore store, LogName name, String key, String text) {
    Change change = Change.update(name, key, List.of(), Bytes.utf8(text), world.now());
    store.load(List.of(List.of(change)));
    return store.transact(tx -> tx.latest(name, key)).orElseThrow();
  }

  /** Makes a checkpoint of what a store has. */
  HeadProof checkpoint(PortalStore store) {
    PortalLog made = portalLog(store);
    made.makeNow();
    return made.checkpoint(null).orElseThrow();
  }

  /** The receipt of a record. */
  LogMemory.Kept receipt(PortalStore store, DataItem item) {
    return new LogMemory.Kept(
        keys.current().newest().text(),
        portalLog(store)
            .receipt(LogName.MESH, item)
            .sign(keys.current(), world.stream("test", "receipt")));
  }

  /** The first version of a profile. */
  static SignedPersonalProfile profile() {
    return new WatchedMesh()
        .machine("desktop")
        .withAccount(Person.ALICE)
        .personal
        .personalProfile()
        .signed();
  }

  PortalLog portalLog(PortalStore store) {
    return new PortalLog(
        world, DOMAIN, store, keys::logSigner, new CheckpointPolicy(1, Duration.ZERO));
  }

  void tell(SimEvent event) {
    history.add(event, this);
    oracle.on(event, this, violations::add);
    history.end(event, this);
  }

  /** A machine's store has acknowledged what the machine remembers of the log. */
  void remember(String machine, LogMemory memory) {
    commit(machine, pin(memory));
  }

  /** A machine's data is replaced by some that remembers this of the log. */
  void replace(String machine, LogMemory memory) {
    store(machine).commit(List.of(new MachineChange.Put(pin(memory))));
    tell(new SimEvent.Replaced(machine, Optional.empty()));
  }

  private static MachineRecord pin(LogMemory memory) {
    return new MachineRecord.Portal(DOMAIN, Bytes.EMPTY, memory);
  }

  void commit(String machine, MachineRecord record) {
    tell(new SimEvent.Committed(machine, List.of(new MachineChange.Put(record))));
  }

  void requireSilence() {
    assertEquals(List.of(), violations);
  }

  void requireOne(String words) {
    assertEquals(1, violations.size(), violations::toString);
    assertTrue(violations.get(0).contains(words), violations::toString);
  }

  @Override
  public Dialect dialect() {
    return Dialect.MESH;
  }

  @Override
  public Instant now() {
    return world.now();
  }

  @Override
  public List<String> machines() {
    return List.of();
  }

  @Override
  public List<String> portals() {
    return List.of(DOMAIN);
  }

  @Override
  public MachineStore store(String machine) {
    return stores.computeIfAbsent(machine, name -> new MemoryMachineStore(StoreMode.TEST));
  }

  @Override
  public PortalStore portalStore(String portal) {
    return log;
  }

  @Override
  public boolean keepsLogs() {
    return true;
  }

  @Override
  public List<PortalStore> histories(String portal) {
    return List.of(log, branch);
  }

  @Override
  public int witnessesDemanded() {
    return 2;
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    return Map.of();
  }

  @Override
  public History history() {
    return history;
  }
}
