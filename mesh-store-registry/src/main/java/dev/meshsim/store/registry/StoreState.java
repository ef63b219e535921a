package dev.meshsim.store.registry;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.store.registry.hive.RegistryValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * The state of a store: the hive, its records, and the files that it names. Built by {@link
 * HiveLoader} or {@link CommitDraft} and not changed afterwards.
 */
final class StoreState {

  final RegistryKey hive;
  final NavigableMap<RecordKey, MachineRecord> records;

  /** The file of each record that has one. */
  final Map<RecordKey, Path> files;

  /** The private keys as the key file holds them, by friendly name. */
  final NavigableMap<String, EncryptedPrivateKeyInfo> sealed;

  /** The files that the last commit replaced; a crash may have left them. */
  final NavigableSet<Path> obsolete;

  long generation;
  @Nullable Path keyFile;

  /** A state without records. */
  StoreState(RegistryKey hive) {
    this.hive = hive;
    this.records = new TreeMap<>();
    this.files = new HashMap<>();
    this.sealed = new TreeMap<>();
    this.obsolete = new TreeSet<>();
  }

  /** A copy to be changed; nothing has become superfluous yet. */
  StoreState copy() {
    StoreState copy = new StoreState(hive.copy());
    copy.records.putAll(records);
    copy.files.putAll(files);
    copy.sealed.putAll(sealed);
    copy.generation = generation;
    copy.keyFile = keyFile;
    return copy;
  }

  /** Every file that the hive names. */
  Set<Path> namedFiles() {
    Set<Path> named = new HashSet<>(files.values());
    if (keyFile != null) {
      named.add(keyFile);
    }
    return named;
  }

  /** Records, in the hive as well, the files that {@code before} named and this state does not. */
  void supersede(StoreState before, Layout layout) {
    obsolete.clear();
    obsolete.addAll(before.namedFiles());
    obsolete.removeAll(namedFiles());
    RegistryKey key = hive.make(Subkeys.OBSOLETE, FileLine.NONE);
    key.clear();
    key.set(RegistryValue.text("", ""));
    obsolete.forEach(file -> key.set(RegistryValue.text(layout.location(file), "")));
  }

  /** Every private key. */
  List<PrivateJwk> keys() {
    return records.values().stream()
        .filter(MachineRecord.Key.class::isInstance)
        .map(record -> ((MachineRecord.Key) record).jwk())
        .toList();
  }

  /** Clears every private key. */
  void clearKeys() {
    keys().forEach(PrivateJwk::close);
  }
}
