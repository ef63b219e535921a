package dev.meshsim.store.registry;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.Failures;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.NameOrder;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.store.registry.hive.RegistryValue;
import dev.meshsim.udf.Udf;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads the records of a hive and of the files that it names, and collects all problems. */
final class HiveLoader {

  static final String FORMAT = "Format";
  static final String GENERATION = "Generation";
  static final long CURRENT_FORMAT = 1;

  private final DurableFiles files;
  private final Layout layout;
  private final @Nullable KeyVault vault;
  private final Failures problems;
  private final StoreState state;

  private HiveLoader(
      DurableFiles files,
      Layout layout,
      RegistryKey hive,
      @Nullable KeyVault vault,
      Failures problems) {
    this.files = files;
    this.layout = layout;
    this.vault = vault;
    this.problems = problems;
    this.state = new StoreState(hive);
  }

  /**
   * Reads the state; it is incomplete if a problem was found.
   *
   * @param vault null if it does not open, a problem on its own; private keys are left out then
   */
  static StoreState load(
      DurableFiles files,
      Layout layout,
      RegistryKey hive,
      @Nullable KeyVault vault,
      Failures problems) {
    HiveLoader loader = new HiveLoader(files, layout, hive, vault, problems);
    loader.load();
    return loader.state;
  }

  private void load() {
    problems.attempt(this::readVersion);
    problems.attempt(this::readObsolete);
    for (RecordKind kind : Subkeys.KINDS) {
      RegistryKey key = state.hive.key(Subkeys.of(kind));
      if (key == null) {
        if (!Subkeys.isOptional(kind)) {
          problems.add(RegistryException.missingKey(layout.hive(), Subkeys.of(kind)));
        }
      } else {
        problems.attempt(() -> readDefault(kind, key));
        if (kind == RecordKind.PRIVATE_KEY) {
          problems.attempt(() -> readKeys(key, vault));
        } else {
          key.values().stream()
              .filter(value -> !value.name().isEmpty())
              .forEach(value -> problems.attempt(() -> readRecord(kind, value)));
        }
      }
    }
  }

  private void readVersion() {
    RegistryValue format = state.hive.value(FORMAT);
    if (format == null) {
      throw RegistryException.format(FileLine.of(layout.hive()), "not set", CURRENT_FORMAT);
    }
    long number = format.number();
    if (number != CURRENT_FORMAT) {
      throw RegistryException.format(format.place(), String.valueOf(number), CURRENT_FORMAT);
    }
    RegistryValue generation = state.hive.value(GENERATION);
    if (generation == null) {
      throw RegistryException.value(
          FileLine.of(layout.hive()), "Generation is not set", "restore the hive from a copy");
    }
    state.generation = generation.number();
  }

  private void readObsolete() {
    RegistryKey key = state.hive.key(Subkeys.OBSOLETE);
    if (key == null) {
      return;
    }
    for (RegistryValue value : key.values()) {
      if (!value.name().isEmpty()) {
        Path file = layout.file(value.name(), value.place());
        if (Layout.generationOf(file).isEmpty()) {
          throw bad(value, "this store writes no file of that name");
        }
        state.obsolete.add(file);
      }
    }
  }

  private void readDefault(RecordKind kind, RegistryKey key) {
    RegistryValue value = key.value("");
    if (value == null) {
      if (!key.values().isEmpty()) {
        throw RegistryException.missingDefault(
            key.place(),
            key.name(),
            kind == RecordKind.PRIVATE_KEY ? "the location of the keys" : "the default");
      }
      return;
    }
    String text = value.text();
    if (text.isEmpty()) {
      return;
    }
    if (kind == RecordKind.PRIVATE_KEY) {
      state.keyFile = layout.file(text, value.place());
    } else if (Subkeys.WITH_DEFAULT.contains(kind)) {
      String name = checked(value, () -> Subkeys.defaultName(kind, text));
      add(checked(value, () -> new MachineRecord.Default(kind, name)));
    } else {
      throw RegistryException.value(
          value.place(), "the key " + key.name() + " has no default", "write @=\"\"");
    }
  }

  private void readRecord(RecordKind kind, RegistryValue value) {
    String text = value.text();
    String name = recordName(kind, value);
    if (kind == RecordKind.ACCOUNT) {
      Udf profile = checked(value, () -> Udf.parse(text));
      add(checked(value, () -> new MachineRecord.Account(name, profile)));
      return;
    }
    Path file = layout.file(text, value.place());
    RegistryStoreException.requireFile(files, file, Subkeys.fileOf(kind), value, Subkeys.of(kind));
    add(RecordXml.read(file, kind, name, HiveFile.octets(files, file)));
    state.files.put(new RecordKey(kind, name), file);
  }

  private String recordName(RecordKind kind, RegistryValue value) {
    return Subkeys.namedByAccount(kind)
        ? checked(value, () -> AccountNames.decode(value.name()))
        : NameOrder.of(value.name());
  }

  private void readKeys(RegistryKey key, @Nullable KeyVault open) {
    if (open == null) {
      return;
    }
    Path file = state.keyFile;
    RegistryValue location = key.value("");
    Set<String> unnamed = new HashSet<>();
    if (file != null && location != null) {
      String what = Subkeys.fileOf(RecordKind.PRIVATE_KEY);
      RegistryStoreException.requireFile(files, file, what, location, key.name());
      state.sealed.putAll(open.read(file, HiveFile.octets(files, file)));
      unnamed.addAll(state.sealed.keySet());
    }
    for (RegistryValue value : key.values()) {
      if (!value.name().isEmpty()) {
        problems.attempt(() -> unnamed.remove(readKey(open, file, value)));
      }
    }
    unnamed.forEach(
        name ->
            problems.add(
                RegistryException.value(
                    key.place(),
                    "the key file holds " + Quote.text(name) + ", which has no value here",
                    "restore the hive and the key file that belong together")));
  }

  /** Reads one private key; returns its friendly name. */
  private String readKey(KeyVault open, @Nullable Path file, RegistryValue value) {
    KeySpec spec = keySpec(value);
    Udf udf = checked(value, () -> Udf.parse(NameOrder.of(value.name())));
    String friendlyName = open.friendlyName(udf.text());
    var sealed = state.sealed.get(friendlyName);
    if (file == null || sealed == null) {
      throw RegistryException.value(
          value.place(),
          "the private key " + udf + " is not in the key file",
          "restore the hive and the key file that belong together");
    }
    PrivateJwk jwk = openedKey(open, file, udf, spec, value, sealed);
    add(checked(value, () -> new MachineRecord.Key(udf, jwk)));
    return friendlyName;
  }

  private static PrivateJwk openedKey(
      KeyVault open,
      Path file,
      Udf udf,
      KeySpec spec,
      RegistryValue value,
      EncryptedPrivateKeyInfo sealed) {
    try {
      return open.open(file, udf.text(), spec, sealed);
    } catch (RegistryStoreException.KeyFile e) {
      List<KeySpec> kinds = open.kinds(sealed);
      throw kinds.isEmpty() ? e : wrongKind(value, file, spec, kinds);
    }
  }

  /** The failure if the key file is sound and the hive gives another kind for a key. */
  private static RegistryException wrongKind(
      RegistryValue value, Path file, KeySpec said, List<KeySpec> kinds) {
    String right = kinds.stream().map(KeySpec::name).collect(Collectors.joining(" or "));
    return RegistryException.value(
        value.place(),
        "the key "
            + value.shownName()
            + " in "
            + file
            + " is of the kind "
            + right
            + ", not "
            + said,
        "write " + right + " there; nothing was changed");
  }

  private static KeySpec keySpec(RegistryValue value) {
    String kind = value.text();
    List<String> known = Stream.of(KeySpec.values()).map(KeySpec::name).toList();
    if (!known.contains(kind)) {
      throw RegistryException.value(
          value.place(),
          value.shownName() + ": " + Quote.text(kind) + " is no kind of key",
          "write one of " + String.join(", ", known) + "; nothing was changed");
    }
    return KeySpec.valueOf(kind);
  }

  private void add(MachineRecord record) {
    state.records.put(record.key(), record);
  }

  private interface Reading<T> {
    T value();
  }

  private <T> T checked(RegistryValue value, Reading<T> reading) {
    try {
      return reading.value();
    } catch (MeshException e) {
      throw bad(value, e.problem());
    } catch (IllegalArgumentException e) {
      throw bad(value, String.valueOf(e.getMessage()));
    }
  }

  private RegistryException bad(RegistryValue value, String why) {
    return RegistryException.value(
        value.place(),
        Quote.text(value.name()) + " cannot be used: " + Quote.line(why),
        "correct the value; nothing was changed");
  }
}
