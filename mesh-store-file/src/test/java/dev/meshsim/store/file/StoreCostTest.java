package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.sim.disk.FaultyFiles.Operation;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How often a commit waits for the disk; nothing else about it takes time. */
class StoreCostTest {

  private final FaultyFiles disk = FaultyFiles.sound(Path.of("/machine"));
  private final MachineStore store =
      new FileMachineStoreProvider(disk)
          .open(Path.of("/machine"), StoreMode.TEST, World.seeded(1).stream("machine", "store"));

  private String forcesOf(MachineRecord... records) {
    int files = disk.count(Operation.FORCE);
    int directories = disk.count(Operation.FORCE_DIRECTORY);
    Stores.put(store, records);
    return (disk.count(Operation.FORCE) - files)
        + " files, "
        + (disk.count(Operation.FORCE_DIRECTORY) - directories)
        + " directories";
  }

  @Test
  void aCommitOfOneFileForcesItAndItsDirectory() {
    assertEquals(
        "1 files, 1 directories",
        forcesOf(new MachineRecord.Account("alice@example.com", SampleRecords.profile())));
  }

  @Test
  void aCommitThatChangesNothingForcesNothing() {
    MachineRecord account = new MachineRecord.Account("alice", SampleRecords.profile());
    Stores.put(store, account);
    assertEquals("0 files, 0 directories", forcesOf(account));
  }

  /** Two halves of the key, the profile, the list and commit.json; three directories twice. */
  @Test
  void aCommitOfSeveralFilesForcesEachOnceAndTheListOfThem() {
    MachineRecord device =
        SampleRecords.all().stream()
            .filter(record -> record.key().kind() == RecordKind.DEVICE)
            .findFirst()
            .orElseThrow();
    assertEquals("5 files, 8 directories", forcesOf(SampleRecords.key(KeySpec.ED25519), device));
  }
}
