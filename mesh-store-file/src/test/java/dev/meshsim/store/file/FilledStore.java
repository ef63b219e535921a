package dev.meshsim.store.file;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A closed store of test data with records of every kind, whose files a test then changes. */
abstract class FilledStore {

  @TempDir Path places;

  /** The machine's directory. */
  Path root;

  /** The directory of the test data in it. */
  Path test;

  @BeforeEach
  final void fill() {
    root = places.resolve("machine");
    test = root.resolve("test");
    try (MachineStore store = Stores.open(root)) {
      Stores.put(store, SampleRecords.all());
    }
  }
}
