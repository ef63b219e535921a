package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.sim.disk.SimulatedCrash;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Kills the process in one commit, and cuts the power in the next one, which writes the same files:
 * what was left of the first must not be taken for a part of the second.
 */
@Once
class StoreTwoCutsTest {

  private static final Path ROOT = Path.of("/machine");

  private static final List<MachineRecord> FIRST =
      List.of(request(0, "alice@example.com"), profile(0));

  /** Files of equal names with other content; the index of the store does not change. */
  private static final List<MachineRecord> SECOND =
      List.of(request(1, "alice@example.com"), profile(1));

  private static MachineRecord request(int which, String account) {
    var request = (MachineRecord.Request) sample(RecordKind.REQUEST, which);
    return new MachineRecord.Request(account, request.signed(), request.profile());
  }

  /** A profile of one name, whose content is of one or another. */
  private static MachineRecord profile(int which) {
    var named = (MachineRecord.Personal) sample(RecordKind.PERSONAL, 0);
    var content = (MachineRecord.Personal) sample(RecordKind.PERSONAL, which);
    return new MachineRecord.Personal(
        new SignedPersonalProfile(named.signed().identifier(), content.signed().signedData()));
  }

  private static MachineRecord sample(RecordKind kind, int which) {
    return SampleRecords.all().stream().filter(r -> r.key().kind() == kind).toList().get(which);
  }

  private static MachineStore open(DurableFiles files) {
    return new FileMachineStoreProvider(files)
        .open(ROOT, StoreMode.TEST, World.seeded(1).stream("machine", "store"));
  }

  /** Opens and commits, until the process ends. */
  private static void run(FaultyFiles files, List<MachineRecord> records) {
    try {
      MachineStore store = open(files);
      Stores.put(store, records);
      store.close();
    } catch (SimulatedCrash e) {
      assertTrue(files.fired());
    }
  }

  private static String content(List<MachineRecord> records) {
    MachineStore store = new MemoryMachineStore(StoreMode.TEST);
    Stores.put(store, records);
    return LogicalContent.of(store);
  }

  private static String content(FaultyFiles files) {
    MachineStore store = open(files);
    // The profile under another's name is not what was signed; nothing else is wrong.
    assertEquals(
        List.of(),
        store.check().stream()
            .filter(f -> f.errorCode() != MachineException.Code.UNSIGNED)
            .toList());
    return LogicalContent.of(store);
  }

  @Test
  void twoCutsNeverMixTwoCommits() {
    Set<String> whole = Set.of("", content(FIRST), content(SECOND));
    int pairs = 0;
    for (int first = 0; ; first++) {
      FaultyFiles killed = FaultyFiles.failing(ROOT, FaultMode.STOP, first);
      run(killed, FIRST);
      for (int second = 0; ; second++) {
        FaultyFiles cut = killed.restart(FaultMode.POWER_CUT, second);
        run(cut, SECOND);
        if (!cut.fired()) {
          break;
        }
        String where = "killed at " + killed.fault() + ", power cut at " + cut.fault();
        String left = content(cut.restart());
        assertTrue(whole.contains(left), () -> where + " leaves\n" + left);
        pairs++;
      }
      if (!killed.fired()) {
        break;
      }
    }
    System.out.println("file store, killed then power cut: " + pairs + " pairs, 0 violations");
    assertTrue(pairs > 500, pairs + " pairs");
  }
}
