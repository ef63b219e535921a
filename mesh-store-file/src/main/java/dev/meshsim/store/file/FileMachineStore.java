package dev.meshsim.store.file;

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
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.RecordSignatures;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import dev.meshsim.world.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A machine store in a directory. Opening reads all of it into memory; a change is on the disk
 * before it can be read. A damaged file blocks its record and every change until a person has
 * repaired it; {@link #check()} lists all of them.
 */
final class FileMachineStore implements MachineStore {

  private final DurableFiles files;
  private final Layout layout;
  private final RandomStream random;
  private final Limits limits;
  private final RecordFiles recordFiles;
  private final Journal journal;
  private final FileClaim claim;
  private final List<PrivateJwk> keys = new ArrayList<>();
  private List<MeshException> dueRepairs = List.of();
  private DurableFiles view;
  private StoreContent content;
  private byte[] index = new byte[0];
  private @Nullable MeshException badJournal;
  private @Nullable Throwable failure;
  private boolean closed;

  FileMachineStore(
      DurableFiles files, Layout layout, Limits limits, RandomStream random, FileClaim claim) {
    this.files = files;
    this.view = files;
    this.layout = layout;
    this.limits = limits;
    this.random = random;
    this.claim = claim;
    this.recordFiles = new RecordFiles(files, layout, limits);
    this.journal = new Journal(files, layout, limits);
    this.content = new StoreContent();
  }

  /** Finishes an interrupted commit, reads everything, and makes the index of a new store. */
  void load() {
    Journal.Plan pending;
    try {
      pending = journal.pending();
    } catch (MeshException e) {
      badJournal = e;
      content.setUnreadable(e);
      return;
    }
    journal.recover(pending);
    content = read();
    keys.addAll(content.keys());
    if (content.problems().isEmpty()) {
      index = ProfilesIndex.of(layout, content.records()).toJson();
      if (files.status(layout.path(Layout.INDEX)).isAbsent()) {
        files.replace(layout.path(Layout.INDEX), index);
      }
    }
  }

  /**
   * Reads everything without a change: what {@link #load} would find after it has finished an
   * interrupted commit. {@link #check} reports the repairs that are due.
   */
  void loadForReading() {
    try {
      Journal.Plan pending = journal.pending();
      dueRepairs = journal.dueRepairs(pending);
      view = pending == null ? files : new FinishedFiles(files, layout, pending);
    } catch (MeshException e) {
      badJournal = e;
      content.setUnreadable(e);
      return;
    }
    content = read();
    keys.addAll(content.keys());
  }

  private StoreContent read() {
    return new StoreReader(view, layout, new RecordFiles(view, layout, limits)).read();
  }

  @Override
  public StoreMode mode() {
    return layout.mode();
  }

  @Override
  public synchronized Optional<MachineRecord> get(RecordKey key) {
    requireUsable();
    return content.get(Objects.requireNonNull(key));
  }

  @Override
  public synchronized List<MachineRecord> list(RecordKind kind) {
    requireUsable();
    return content.list(Objects.requireNonNull(kind));
  }

  @Override
  public synchronized void commit(List<MachineChange> changes) {
    requireUsable();
    List<MachineChange> checked = MachineChange.checked(changes);
    content.requireSound();
    Map<String, byte[]> puts = new TreeMap<>();
    List<PrivateJwk> copies = new ArrayList<>();
    boolean done = false;
    try {
      commit(checked, puts, copies);
      done = true;
    } finally {
      puts.values().forEach(octets -> Arrays.fill(octets, (byte) 0));
      if (done) {
        keys.addAll(copies);
        HeldKeys.clearAllBut(content.records().values(), keys);
      } else {
        copies.forEach(PrivateJwk::close);
      }
    }
  }

  private void commit(
      List<MachineChange> changes, Map<String, byte[]> puts, List<PrivateJwk> copies) {
    StoreContent next = new StoreContent();
    Map<RecordKey, MachineRecord> records = new TreeMap<>(content.records());
    Set<String> removes = new TreeSet<>();
    for (MachineChange change : changes) {
      MachineRecord old = records.remove(change.key());
      if (old != null) {
        removes.addAll(layout.filesOf(old));
      }
      if (change instanceof MachineChange.Put put) {
        records.put(change.key(), HeldKeys.copyOf(put.record(), old, copies));
        puts.putAll(recordFiles.encode(put.record(), random));
      }
    }
    removes.removeAll(puts.keySet());
    records.forEach(next::put);
    byte[] nextIndex = ProfilesIndex.of(layout, next.records()).toJson();
    if (!Arrays.equals(index, nextIndex)) {
      puts.put(Layout.INDEX, nextIndex.clone());
    }
    if (!puts.isEmpty()) {
      journal.requireRoom(puts, removes);
      write(puts, removes);
    }
    content = next;
    index = nextIndex;
  }

  private void write(Map<String, byte[]> puts, Set<String> removes) {
    try {
      journal.commit(puts, removes);
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public synchronized List<Finding> check() {
    if (closed) {
      return List.of(MachineStores.closedFinding(layout.root().toString()));
    }
    List<MeshException> problems = new ArrayList<>();
    if (failure != null) {
      problems.add(FileStoreException.failed(layout.root(), failure));
    }
    if (badJournal != null) {
      Failures.withSuppressed(badJournal).forEach(problems::add);
    }
    problems.addAll(dueRepairs);
    StoreContent onDisk = read();
    problems.addAll(onDisk.problems());
    if (problems.isEmpty() && !onDisk.sameAs(content)) {
      problems.add(FileStoreException.changed(layout.root()));
    }
    List<Finding> findings =
        new ArrayList<>(MachineStoreException.findings(layout.root().toString(), problems));
    findings.addAll(RecordSignatures.findings(onDisk.records().values(), this::placeOf));
    onDisk.clearKeys();
    return List.copyOf(findings);
  }

  private String placeOf(MachineRecord record) {
    return layout.path(layout.filesOf(record).get(0)).toString();
  }

  @Override
  public synchronized void eraseTest() {
    requireUsable();
    if (mode() != StoreMode.TEST) {
      throw MachineException.notTestData();
    }
    List<MachineChange> changes = new ArrayList<>();
    content.records().keySet().forEach(key -> changes.add(new MachineChange.Remove(key)));
    commit(changes);
  }

  private void requireUsable() {
    if (closed) {
      throw new IllegalStateException("this store was closed");
    }
    if (failure != null) {
      throw FileStoreException.failed(layout.root(), failure);
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
    content = new StoreContent();
    claim.close();
  }

  @Override
  public String toString() {
    return "FileMachineStore[" + layout.root() + "]";
  }
}
