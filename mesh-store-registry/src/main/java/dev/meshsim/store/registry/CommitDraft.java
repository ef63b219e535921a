package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegWriter;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.store.registry.hive.RegistryValue;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A commit in the making: the state after it and the files to be written for it. */
final class CommitDraft {

  private static final int LONGEST_VALUE_NAME = 16_383;

  private final Layout layout;
  private final KeyVault vault;
  private final RandomStream random;
  private final StoreState before;
  private final StoreState after;
  private final Map<Path, Bytes> newFiles = new LinkedHashMap<>();
  private final List<PrivateJwk> newKeys = new ArrayList<>();
  private boolean changed;
  private boolean keysChanged;
  private @Nullable Bytes hive;

  /** A draft of the generation that follows {@code before}. */
  CommitDraft(StoreState before, Layout layout, KeyVault vault, RandomStream random) {
    this(before, before.copy(), layout, vault, random);
  }

  private CommitDraft(
      StoreState before, StoreState after, Layout layout, KeyVault vault, RandomStream random) {
    this.before = before;
    this.after = after;
    this.layout = layout;
    this.vault = vault;
    this.random = random;
    after.generation = layout.generationAfter(before.generation);
  }

  /** A draft of an empty store. */
  static CommitDraft empty(StoreState before, Layout layout, KeyVault vault, RandomStream random) {
    StoreState after = new StoreState(new RegistryKey(layout.branch(), FileLine.NONE));
    CommitDraft draft = new CommitDraft(before, after, layout, vault, random);
    draft.changed = true;
    draft.finish();
    return draft;
  }

  /**
   * A draft with these changes.
   *
   * @throws IllegalStateException if a private key was cleared; all copies are cleared then
   */
  static CommitDraft of(
      StoreState before,
      List<MachineChange> changes,
      Layout layout,
      KeyVault vault,
      RandomStream random) {
    CommitDraft draft = new CommitDraft(before, layout, vault, random);
    boolean done = false;
    try {
      changes.forEach(draft::apply);
      draft.finish();
      done = true;
    } finally {
      if (!done) {
        draft.newKeys.forEach(PrivateJwk::close);
      }
    }
    return draft;
  }

  /** True if the draft differs from the state before. */
  boolean changed() {
    return changed;
  }

  /** The store's own copies of private keys. */
  List<PrivateJwk> newKeys() {
    return newKeys;
  }

  StoreState after() {
    return after;
  }

  /** The files to be made, before the hive that names them is written. */
  Map<Path, Bytes> newFiles() {
    return newFiles;
  }

  StoreState before() {
    return before;
  }

  /** The hive. */
  Bytes hive() {
    return Objects.requireNonNull(hive, "finished");
  }

  private void apply(MachineChange change) {
    if (change instanceof MachineChange.Put put) {
      MachineRecord old = after.records.get(put.key());
      if (old == null || !same(old, put.record())) {
        changed = true;
        put(put.record());
      }
    } else if (after.records.containsKey(change.key())) {
      changed = true;
      remove(change.key());
    }
  }

  private static boolean same(MachineRecord old, MachineRecord fresh) {
    if (old instanceof MachineRecord.Key oldKey && fresh instanceof MachineRecord.Key freshKey) {
      // A cleared key would be refused if it were new, so it is here too.
      freshKey.jwk().pkcs8().close();
      return oldKey.jwk().publicJwk().equals(freshKey.jwk().publicJwk());
    }
    return old.equals(fresh);
  }

  private void put(MachineRecord record) {
    RecordKind kind = record.key().kind();
    String name = record.key().name();
    MachineRecord kept = record;
    if (record instanceof MachineRecord.Default standard) {
      RegistryKey key = after.hive.make(Subkeys.of(standard.of()), FileLine.NONE);
      key.set(RegistryValue.text("", Subkeys.defaultText(standard.of(), standard.name())));
    } else if (record instanceof MachineRecord.Account account) {
      set(kind, name, account.profile().text());
    } else if (record instanceof MachineRecord.Key key) {
      kept = new MachineRecord.Key(key.udf(), seal(key));
      set(kind, name, key.jwk().spec().name());
    } else {
      Path file = layout.recordFile(kind, name, after.generation);
      newFiles.put(file, RecordXml.write(file, record));
      after.files.put(record.key(), file);
      set(kind, name, layout.location(file));
    }
    after.records.put(record.key(), kept);
  }

  private PrivateJwk seal(MachineRecord.Key key) {
    PrivateJwk copy;
    try (SecretBytes pkcs8 = key.jwk().pkcs8()) {
      copy = PrivateJwk.fromPkcs8(key.jwk().spec(), pkcs8);
    }
    newKeys.add(copy);
    after.sealed.put(vault.friendlyName(key.udf().text()), vault.seal(copy, after.sealed, random));
    keysChanged = true;
    return copy;
  }

  private void set(RecordKind kind, String name, String text) {
    String valueName = Subkeys.valueName(kind, name);
    if (valueName.length() > LONGEST_VALUE_NAME) {
      throw RegistryException.name(
          layout.hive(),
          "a name of "
              + valueName.length()
              + " characters is too long; the registry has room for "
              + LONGEST_VALUE_NAME);
    }
    after.hive.make(Subkeys.of(kind), FileLine.NONE).set(RegistryValue.text(valueName, text));
  }

  private void remove(RecordKey key) {
    after.records.remove(key);
    after.files.remove(key);
    if (key.kind() == RecordKind.DEFAULT) {
      after.hive.make(Subkeys.of(RecordKind.valueOf(key.name())), FileLine.NONE).unset("");
      return;
    }
    after
        .hive
        .make(Subkeys.of(key.kind()), FileLine.NONE)
        .unset(Subkeys.valueName(key.kind(), key.name()));
    if (key.kind() == RecordKind.PRIVATE_KEY) {
      after.sealed.remove(vault.friendlyName(key.name()));
      keysChanged = true;
    }
  }

  /**
   * Writes the values that belong to no single record.
   *
   * @throws RegistryStoreException {@code store.registry.too-large} if a file could not be read
   *     back
   */
  private void finish() {
    if (keysChanged) {
      after.keyFile = after.sealed.isEmpty() ? null : layout.keyFile(after.generation);
      if (after.keyFile != null) {
        Bytes keys = vault.write(after.sealed, random);
        newFiles.put(after.keyFile, HiveFile.sized(after.keyFile, keys));
      }
    }
    for (RecordKind kind : Subkeys.KINDS) {
      if (Subkeys.isOptional(kind) && after.hive.key(Subkeys.of(kind)) == null) {
        continue;
      }
      RegistryKey key = after.hive.make(Subkeys.of(kind), FileLine.NONE);
      if (kind == RecordKind.PRIVATE_KEY) {
        Path file = after.keyFile;
        key.set(RegistryValue.text("", file == null ? "" : layout.location(file)));
      } else if (key.value("") == null) {
        key.set(RegistryValue.text("", ""));
      }
    }
    after.hive.set(RegistryValue.dword(HiveLoader.FORMAT, HiveLoader.CURRENT_FORMAT));
    after.hive.set(RegistryValue.dword(HiveLoader.GENERATION, after.generation));
    after.supersede(before, layout);
    Bytes text = RegWriter.write(after.hive, layout.rootKey(), layout.lastLine());
    hive = HiveFile.sized(layout.hive(), text);
  }
}
