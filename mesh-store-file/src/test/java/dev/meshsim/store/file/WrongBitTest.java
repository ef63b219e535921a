package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.disk.SimulatedDisk;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong bit in a file that nobody has signed is noticed, or makes no difference. */
class WrongBitTest {

  private static final Path ROOT = Path.of("/disk").toAbsolutePath();
  private static final int STEP = 401;
  private static final int BITS = 500;

  private final SimulatedDisk disk = new SimulatedDisk(ROOT, mode -> {});

  private MachineStore open() {
    return disk.open(
        files ->
            new FileMachineStoreProvider()
                .over(files)
                .orElseThrow()
                .open(
                    ROOT.resolve("store"), StoreMode.TEST, World.seeded(12).stream("m", "store")));
  }

  private List<MachineRecord> records() {
    List<MachineRecord> records = new ArrayList<>();
    try (MachineStore store = open()) {
      records.addAll(store.list(RecordKind.PORTAL));
      records.addAll(store.list(RecordKind.BEHIND));
    }
    return records;
  }

  /** Pins of portals and lags: no record here is signed as a whole. */
  @Test
  void itIsNoticed() {
    try (MachineStore store = open()) {
      Stores.put(
          store,
          SampleRecords.all().stream()
              .filter(
                  record ->
                      record instanceof MachineRecord.Portal
                          || record instanceof MachineRecord.Behind)
              .toList());
    }
    List<MachineRecord> before = records();
    List<String> believed = new ArrayList<>();
    int noticed = 0;
    for (int number = 0; number < BITS; number++) {
      disk.restart(false);
      SimulatedDisk.Rot rot = disk.rot((long) number * STEP);
      String file = String.valueOf(rot.file().getFileName());
      try {
        if (!records().equals(before)) {
          believed.add(file + ", bit " + number * STEP);
        }
      } catch (MeshException e) {
        noticed++;
        assertTrue(e.problem().contains(file), e::problem);
      }
      disk.repair(rot);
    }
    assertTrue(noticed > BITS / 2, noticed + " were noticed");
    assertEquals(List.of(), believed);
  }
}
