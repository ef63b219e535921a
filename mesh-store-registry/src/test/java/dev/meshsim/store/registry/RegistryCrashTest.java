package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts a registry store at every operation of a workload over all its files. */
@Once
class RegistryCrashTest {

  private static final Path ROOT = Path.of("/alice-desktop");

  private static final class Registry
      implements CrashPoints.Subject<MachineStore, SortedMap<String, String>> {

    @Override
    public MachineStore open(DurableFiles files) {
      return RegistryMachineStore.open(
          files, ROOT, StoreMode.TEST, World.seeded(50).stream("alice-desktop", "store"));
    }

    @Override
    public SortedMap<String, String> content(MachineStore store) {
      SortedMap<String, String> content = new TreeMap<>();
      for (RecordKind kind : RecordKind.values()) {
        store.list(kind).forEach(r -> content.put(r.key().toString(), line(r)));
      }
      return content;
    }
  }

  private static String line(MachineRecord record) {
    return Integer.toHexString(LogicalContent.of(record).hashCode());
  }

  private static Step<MachineStore, SortedMap<String, String>> commit(
      String name, List<MachineChange> changes) {
    return new Step<>(
        name,
        store -> store.commit(changes),
        before -> {
          SortedMap<String, String> after = new TreeMap<>(before);
          for (MachineChange change : changes) {
            if (change instanceof MachineChange.Put put) {
              after.put(put.key().toString(), line(put.record()));
            } else {
              after.remove(change.key().toString());
            }
          }
          return after;
        });
  }

  private static List<MachineChange> puts(MachineRecord... records) {
    return Stream.of(records).<MachineChange>map(MachineChange.Put::new).toList();
  }

  private static MachineRecord sample(RecordKind kind) {
    return SampleRecords.all().stream().filter(r -> r.key().kind() == kind).findFirst().get();
  }

  /** Another content under the name of the first profile. */
  private static MachineRecord later() {
    List<MachineRecord.Personal> profiles =
        SampleRecords.all().stream()
            .filter(MachineRecord.Personal.class::isInstance)
            .map(MachineRecord.Personal.class::cast)
            .toList();
    return new MachineRecord.Personal(
        new SignedPersonalProfile(
            profiles.get(0).signed().identifier(), profiles.get(1).signed().signedData()));
  }

  private static CrashPoints<MachineStore, SortedMap<String, String>> crashPoints() {
    MachineRecord personal = sample(RecordKind.PERSONAL);
    MachineRecord device = sample(RecordKind.DEVICE);
    MachineRecord key = SampleRecords.key(KeySpec.ED25519);
    MachineRecord account = new MachineRecord.Account("alice@example.com", SampleRecords.profile());
    MachineRecord standard = new MachineRecord.Default(RecordKind.ACCOUNT, "alice@example.com");
    MachineRecord request = SampleRecords.request("bob@example.com");
    List<MachineChange> accepted =
        new ArrayList<>(puts(personal, account, standard, sample(RecordKind.APPLICATION)));
    accepted.add(new MachineChange.Remove(request.key()));
    MachineRecord.Request other = SampleRecords.request("carol@example.com");
    MachineRecord lag = SampleRecords.behind("alice@example.com");
    List<MachineChange> deleted =
        Stream.of(personal, account, standard, key, lag)
            .<MachineChange>map(record -> new MachineChange.Remove(record.key()))
            .toList();
    return CrashPoints.of(
        ROOT,
        new Registry(),
        new TreeMap<>(),
        List.of(
            commit("create a device", puts(device, key)),
            commit("ask", puts(request, SampleRecords.key(KeySpec.X25519))),
            commit("be accepted", accepted),
            commit(
                "ask again",
                puts(new MachineRecord.Request(other.account(), other.signed(), other.profile()))),
            commit("publish a later version", puts(later())),
            commit("miss a portal", puts(lag)),
            commit("delete", deleted),
            new Step<>("erase", MachineStore::eraseTest, before -> new TreeMap<>(Map.of()))),
        commit("one more", puts(SampleRecords.request("mallet@example.com"))));
  }

  /** One for all modes, which leave the same disks. */
  private static final CrashPoints<MachineStore, SortedMap<String, String>> POINTS = crashPoints();

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void nothingAcknowledgedIsLostAndNothingIsTorn(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    System.out.println("registry, " + report);
    assertTrue(report.points() >= 60, report.toString());
  }

  @Test
  void aStoreThatNeverForcesIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutForce).enumerate(FaultMode.POWER_CUT);
    System.out.println("registry without force, " + report);
    assertFalse(report.violations().isEmpty());
  }

  @Test
  void aStoreThatNeverForcesItsDirectoriesIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutDirectoryForce).enumerate(FaultMode.POWER_CUT);
    System.out.println("registry without directory force, " + report);
    assertFalse(report.violations().isEmpty());
  }
}
