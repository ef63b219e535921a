package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.ChildJvm;
import dev.meshsim.files.FilesException;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one machine. */
class StoreLockTest {

  @TempDir Path places;

  /** Opens the store that its argument names, fills it, and waits to be killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (MachineStore store = Stores.open(Path.of(arguments[0]))) {
        Stores.put(store, SampleRecords.all());
        System.out.println("open");
        System.in.read();
      }
    }
  }

  @Test
  void aStoreThatAnotherProcessHasOpenSaysWhichOne() throws Exception {
    Path root = places.resolve("machine");
    List<String> command = ChildJvm.command(Holder.class);
    command.add(root.toString());
    Process holder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("open", said.readLine());
      FilesException.FileLocked refused =
          assertThrows(FilesException.FileLocked.class, () -> Stores.open(root));
      assertTrue(refused.problem().contains("process " + holder.pid()), refused::problem);
      assertEquals("process " + holder.pid() + "\n", Files.readString(root.resolve("test/lock")));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    Stores.put(expected, SampleRecords.all());
    try (MachineStore store = Stores.open(root)) {
      assertEquals(LogicalContent.of(expected), LogicalContent.of(store));
    }
  }
}
