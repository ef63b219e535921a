package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineException;
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
import dev.meshsim.store.Finding;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts a machine's store at every operation of a life of a few commits. */
@Once
class StoreCrashTest {

  private static final Path ROOT = Path.of("/machine");
  private static final Map<MachineRecord, String> LINES = new ConcurrentHashMap<>();

  private static final class Subject
      implements CrashPoints.Subject<MachineStore, Map<String, String>> {

    @Override
    public MachineStore open(DurableFiles files) {
      return new FileMachineStoreProvider(files)
          .open(ROOT, StoreMode.TEST, World.seeded(1).stream("machine", "store"));
    }

    @Override
    public Map<String, String> content(MachineStore store) {
      // The profile under another's name is not what was signed; nothing else is wrong.
      List<Finding> findings =
          store.check().stream()
              .filter(finding -> finding.errorCode() != MachineException.Code.UNSIGNED)
              .toList();
      if (!findings.isEmpty()) {
        throw new AssertionError(findings);
      }
      Map<String, String> content = new TreeMap<>();
      for (RecordKind kind : RecordKind.values()) {
        store.list(kind).forEach(r -> content.put(r.key().toString(), LogicalContent.of(r)));
      }
      return content;
    }
  }

  private static MachineChange put(MachineRecord record) {
    return new MachineChange.Put(record);
  }

  private static MachineChange remove(MachineRecord record) {
    return new MachineChange.Remove(record.key());
  }

  private static Step<MachineStore, Map<String, String>> commit(
      String name, MachineChange... changes) {
    return new Step<>(name, store -> store.commit(List.of(changes)), effect(changes));
  }

  private static UnaryOperator<Map<String, String>> effect(MachineChange... changes) {
    return before -> {
      Map<String, String> after = new TreeMap<>(before);
      for (MachineChange change : changes) {
        after.remove(change.key().toString());
        if (change instanceof MachineChange.Put put) {
          after.put(
              change.key().toString(), LINES.computeIfAbsent(put.record(), LogicalContent::of));
        }
      }
      return after;
    };
  }

  private static MachineRecord first(RecordKind kind) {
    return SampleRecords.all().stream()
        .filter(r -> r.key().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Another content under the name of the first profile: the change of one file alone. */
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

  private static CrashPoints<MachineStore, Map<String, String>> crashPoints() {
    MachineRecord account = first(RecordKind.ACCOUNT);
    MachineRecord bob = new MachineRecord.Account("bob@example.com", SampleRecords.profile());
    MachineRecord key = SampleRecords.key(KeySpec.ED25519);
    MachineRecord request = SampleRecords.request("alice@example.com");
    MachineRecord lag = SampleRecords.behind("alice@example.com");
    List<Step<MachineStore, Map<String, String>>> steps =
        List.of(
            commit("make a device", put(key), put(first(RecordKind.DEVICE))),
            commit("ask to be connected", put(request)),
            commit(
                "accept",
                put(first(RecordKind.PERSONAL)),
                put(account),
                put(new MachineRecord.Default(RecordKind.ACCOUNT, account.key().name())),
                remove(request)),
            commit("bind another account", put(bob)),
            commit("publish a later version", put(later())),
            commit("miss a portal", put(lag)),
            commit("make up for it", remove(lag)),
            commit("renew the key", remove(key), put(SampleRecords.key(KeySpec.X25519))),
            commit("delete the profile", remove(first(RecordKind.PERSONAL)), remove(account)),
            new Step<>("erase", MachineStore::eraseTest, before -> new TreeMap<>()));
    Map<String, String> empty = new TreeMap<>();
    return CrashPoints.of(
        ROOT, new Subject(), empty, steps, commit("further", put(request), put(key)));
  }

  /** One for all modes, which leave the same disks. */
  private static final CrashPoints<MachineStore, Map<String, String>> POINTS = crashPoints();

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void nothingAcknowledgedIsLostAndNoCommitIsTorn(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    System.out.println("file store, " + report);
    assertTrue(report.points() >= 60, report.toString());
  }

  @Test
  void aStoreThatNeverForcesIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutForce).enumerate(FaultMode.POWER_CUT);
    System.out.println("file store without force, " + report);
    assertFalse(report.violations().isEmpty());
  }

  @Test
  void aStoreThatNeverForcesItsDirectoriesIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutDirectoryForce).enumerate(FaultMode.POWER_CUT);
    System.out.println("file store without directory force, " + report);
    assertFalse(report.violations().isEmpty());
  }
}
