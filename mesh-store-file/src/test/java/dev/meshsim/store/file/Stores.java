package dev.meshsim.store.file;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Helpers of this module's tests. */
public final class Stores {

  private Stores() {}

  /** Opens a machine's test data on the real disk; its directory {@code test} is the store's. */
  public static MachineStore open(Path root) {
    return new FileMachineStoreProvider()
        .open(root, StoreMode.TEST, World.seeded(5).stream("machine", "store"));
  }

  public static void put(MachineStore store, MachineRecord... records) {
    put(store, List.of(records));
  }

  static void put(MachineStore store, List<MachineRecord> records) {
    List<MachineChange> changes = new ArrayList<>();
    records.forEach(record -> changes.add(new MachineChange.Put(record)));
    store.commit(changes);
  }

  /** Everything below a directory, without following symbolic links, sorted. */
  static List<Path> below(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      return found.sorted().toList();
    }
  }

  /** The member of a list by which an edit is noticed, with the comma before it. */
  static final String CHECK = ",\\s*\"Check\" : \"[^\"]*\"";

  /** The regular files below a directory. */
  static List<Path> files(Path root) throws IOException {
    return below(root).stream()
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** The one file whose name begins and ends like this. */
  static Path only(Path directory, String prefix, String suffix) throws IOException {
    List<Path> found =
        files(directory).stream()
            .filter(file -> file.getFileName().toString().startsWith(prefix))
            .filter(file -> file.getFileName().toString().endsWith(suffix))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(prefix + "..." + suffix + " is not one file: " + found);
    }
    return found.get(0);
  }
}
