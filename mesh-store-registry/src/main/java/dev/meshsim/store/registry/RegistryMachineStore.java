package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.HeldKeys;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.ReadOnlyMachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A machine's data as a Windows machine keeps it; see the package description. */
final class RegistryMachineStore implements MachineStore {

  private final Layout layout;
  private final DurableFiles files;
  private final StoreFiles disk;
  private final RandomStream random;
  private final FileClaim claim;
  private final KeyVault vault;

  /** Every private key that a caller may have. */
  private final List<PrivateJwk> keys = new ArrayList<>();

  private StoreState state;
  private Bytes hive;
  private boolean lost;
  private boolean closed;

  private RegistryMachineStore(
      Layout layout, DurableFiles files, RandomStream random, FileClaim claim, Opened opened) {
    this.layout = layout;
    this.files = files;
    this.disk = new StoreFiles(files, layout);
    this.random = random;
    this.claim = claim;
    this.vault = opened.vault();
    this.state = opened.state();
    this.hive = opened.hive();
    this.keys.addAll(state.keys());
  }

  private record Opened(KeyVault vault, StoreState state, Bytes hive) {

    static Opened of(DurableFiles files, Layout layout, RandomStream random) {
      boolean fresh = files.status(layout.hive()).isAbsent();
      try {
        return opened(files, layout, random, fresh);
      } catch (MeshException e) {
        if (fresh) {
          throw e;
        }
        throw StoreCheck.all(files, layout, e);
      }
    }

    static Opened forReading(DurableFiles files, Layout layout) {
      try {
        return read(files, layout);
      } catch (MeshException e) {
        throw StoreCheck.all(files, layout, e);
      }
    }
  }

  /**
   * Opens a store, and makes it if it is not there.
   *
   * @throws MeshException if anything is wrong with what is there; nothing is changed then. If it
   *     is more than one thing, a {@link MachineStoreException} with all of them
   */
  static RegistryMachineStore open(
      DurableFiles files, Path root, StoreMode mode, RandomStream random) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    new StoreFiles(files, layout).makeRoot();
    FileClaim claim = files.claim(layout.lock());
    boolean done = false;
    try {
      Opened opened = Opened.of(files, layout, random);
      done = true;
      return new RegistryMachineStore(layout, files, random, claim, opened);
    } finally {
      if (!done) {
        claim.close();
      }
    }
  }

  /**
   * Opens an existing store for reading only.
   *
   * @throws MeshException as {@link #open} does
   */
  static MachineStore openForReading(
      DurableFiles files, Path root, StoreMode mode, RandomStream random) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    files.requireNotHeld(layout.lock());
    Opened opened = Opened.forReading(files, layout);
    RegistryMachineStore store = new RegistryMachineStore(layout, files, random, () -> {}, opened);
    boolean done = false;
    try {
      // A process that opened the store meanwhile may have changed what was read.
      files.requireNotHeld(layout.lock());
      done = true;
      return new ReadOnlyMachineStore(store, layout.hive().toString());
    } finally {
      if (!done) {
        store.close();
      }
    }
  }

  private static Opened read(DurableFiles files, Layout layout) {
    StoreFiles disk = new StoreFiles(files, layout);
    disk.requireDirectories();
    disk.requireHive();
    KeyVault vault = KeyVault.open(files, layout);
    StoreState state = new StoreState(new RegistryKey(layout.branch(), FileLine.NONE));
    boolean done = false;
    try {
      state = load(files, layout, vault);
      StoreState before = state;
      state = RegImport.preview(files, layout, vault, state);
      if (state == before) {
        disk.requireFitting(state, Set.of());
      }
      Bytes hive = HiveFile.octets(files, layout.hive());
      done = true;
      return new Opened(vault, state, hive);
    } finally {
      if (!done) {
        state.clearKeys();
        vault.close();
      }
    }
  }

  private static Opened opened(
      DurableFiles files, Layout layout, RandomStream random, boolean fresh) {
    StoreFiles disk = new StoreFiles(files, layout);
    // A hive that a process wrote before it was killed may not have reached the disk: what is
    // read below must be what is there after a power cut too, before older files are deleted.
    files.forceDirectory(layout.root());
    if (fresh) {
      disk.makeNew(random);
    }
    disk.requireDirectories();
    KeyVault vault = KeyVault.open(files, layout);
    StoreState state = new StoreState(new RegistryKey(layout.branch(), FileLine.NONE));
    boolean done = false;
    try {
      if (fresh) {
        state.generation = -1;
        CommitDraft draft = CommitDraft.empty(state, layout, vault, random);
        disk.write(draft);
        state = draft.after();
      } else {
        state = load(files, layout, vault);
      }
      state = RegImport.merge(files, layout, vault, state);
      disk.requireFitting(state, Set.of());
      disk.sweep(state, Set.of());
      Bytes hive = HiveFile.octets(files, layout.hive());
      done = true;
      return new Opened(vault, state, hive);
    } finally {
      if (!done) {
        state.clearKeys();
        vault.close();
      }
    }
  }

  private static StoreState load(DurableFiles files, Layout layout, KeyVault vault) {
    Failures problems = new Failures();
    RegistryKey hive = HiveFile.read(files, layout, problems);
    problems.throwFirst();
    StoreState state = HiveLoader.load(files, layout, hive, vault, problems);
    if (!problems.isEmpty()) {
      state.clearKeys();
    }
    problems.throwFirst();
    return state;
  }

  @Override
  public StoreMode mode() {
    return layout.mode();
  }

  @Override
  public synchronized Optional<MachineRecord> get(RecordKey key) {
    requireUsable();
    return Optional.ofNullable(state.records.get(Objects.requireNonNull(key)));
  }

  @Override
  public synchronized List<MachineRecord> list(RecordKind kind) {
    requireUsable();
    Objects.requireNonNull(kind);
    return state.records.values().stream().filter(record -> record.key().kind() == kind).toList();
  }

  @Override
  public synchronized void commit(List<MachineChange> changes) {
    requireUsable();
    List<MachineChange> checked = MachineChange.checked(changes);
    CommitDraft draft = CommitDraft.of(state, checked, layout, vault, random);
    if (draft.changed()) {
      write(draft);
    }
  }

  private void write(CommitDraft draft) {
    keys.addAll(draft.newKeys());
    try {
      requireUnchanged();
      lost = true;
      disk.write(draft);
      hive = draft.hive();
      state = draft.after();
      lost = false;
    } finally {
      HeldKeys.clearAllBut(state.records.values(), keys);
    }
  }

  @Override
  public synchronized List<Finding> check() {
    if (closed) {
      return List.of(MachineStores.closedFinding(layout.hive().toString()));
    }
    return StoreCheck.of(files, layout, this::requireSettled, state.namedFiles());
  }

  @Override
  public synchronized void eraseTest() {
    requireUsable();
    if (layout.mode() != StoreMode.TEST) {
      throw MachineException.notTestData();
    }
    write(CommitDraft.empty(state, layout, vault, random));
  }

  private void requireSettled() {
    requireUnchanged();
    if (!files.status(layout.toImport()).isAbsent()) {
      throw RegistryStoreException.importDue(layout.toImport());
    }
  }

  private void requireUnchanged() {
    if (!HiveFile.octets(files, layout.hive()).equals(hive)) {
      throw RegistryStoreException.changed(layout.hive());
    }
  }

  private void requireUsable() {
    if (closed) {
      throw new IllegalStateException("the store " + layout.hive() + " was closed");
    }
    if (lost) {
      throw RegistryStoreException.lost(layout.hive());
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    keys.forEach(PrivateJwk::close);
    keys.clear();
    vault.close();
    claim.close();
  }
}
