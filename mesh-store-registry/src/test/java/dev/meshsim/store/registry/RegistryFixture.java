package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A machine's directory, a store in it, and a hand that changes the files while it is closed. */
abstract class RegistryFixture {

  static final String ALICE = "alice@example.com";

  @TempDir Path home;

  final MachineStore open() {
    return open(home);
  }

  static MachineStore open(Path root) {
    return RegistryMachineStore.open(
        DurableFiles.real(), root, StoreMode.TEST, World.seeded(51).stream("alice", "store"));
  }

  final Layout layout() {
    return new Layout(home, StoreMode.TEST);
  }

  /** A closed store with one record of every kind; returns its content. */
  final String filled() {
    try (MachineStore store = open()) {
      put(store, oneOfEach());
      return LogicalContent.of(store);
    }
  }

  static MachineRecord[] oneOfEach() {
    return new MachineRecord[] {
      new MachineRecord.Account(ALICE, SampleRecords.profile()),
      new MachineRecord.Default(RecordKind.ACCOUNT, ALICE),
      sample(RecordKind.PERSONAL),
      sample(RecordKind.DEVICE),
      sample(RecordKind.APPLICATION),
      SampleRecords.request("bob@example.com"),
      SampleRecords.behind(ALICE),
      SampleRecords.key(KeySpec.ED25519),
      SampleRecords.key(KeySpec.X25519)
    };
  }

  static MachineRecord sample(RecordKind kind) {
    return SampleRecords.all().stream().filter(r -> r.key().kind() == kind).findFirst().get();
  }

  static void put(MachineStore store, MachineRecord... records) {
    store.commit(Stream.of(records).<MachineChange>map(MachineChange.Put::new).toList());
  }

  final String hive() {
    return text(read(layout().hive()));
  }

  final void editHive(UnaryOperator<String> edit) {
    String before = hive();
    String after = edit.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("the edit changes nothing");
    }
    write(layout().hive(), after.getBytes(StandardCharsets.UTF_16LE));
  }

  static String text(byte[] hive) {
    return new String(hive, StandardCharsets.UTF_16LE);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a file's content and keeps its mode. */
  static void write(Path file, byte[] octets) {
    try {
      Files.write(file, octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file as a person makes one. */
  final void importFile(String... lines) {
    String text = RegText.HEADER + "\r\n\r\n" + String.join("\r\n", lines) + "\r\n";
    write(layout().toImport(), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
  }

  /** The store is not opened: the failure has that code and names the file; nothing is changed. */
  final MeshException refused(String code, Path file) {
    SortedMap<String, String> before = tree();
    MeshException e = assertThrows(MeshException.class, this::open);
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.problem().startsWith(file.toString()), e.getMessage());
    assertEquals(before, tree());
    return e;
  }

  /** Every file below the machine's directory with its content. */
  final SortedMap<String, String> tree() {
    return tree(home);
  }

  static SortedMap<String, String> tree(Path root) {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file ->
                  tree.put(
                      root.relativize(file).toString(),
                      new String(read(file), StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  /** The only file in a directory whose name begins so. */
  static Path fileNamed(Path directory, String prefix) {
    try (Stream<Path> all = Files.list(directory)) {
      List<Path> found =
          all.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
      if (found.size() != 1) {
        throw new AssertionError(prefix + " is the beginning of " + found);
      }
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
