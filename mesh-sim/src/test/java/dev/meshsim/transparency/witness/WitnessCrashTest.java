package dev.meshsim.transparency.witness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import dev.meshsim.sim.disk.FaultMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts a witness at every operation of its disk: what it has answered is there afterwards. */
class WitnessCrashTest {

  private static final TestLog A = KeptWitness.A;
  private static final TestLog B = KeptWitness.B;

  private static final class Subject
      implements CrashPoints.Subject<KeptWitness, Map<String, Long>> {

    private static final Path FILE = Path.of("/witness/witness.jsonl");

    @Override
    public KeptWitness open(DurableFiles files) {
      return KeptWitness.open(FILE, files);
    }

    @Override
    public Map<String, Long> content(KeptWitness kept) {
      return kept.sizes();
    }
  }

  private static Step<KeptWitness, Map<String, Long>> step(TestLog log, long from, long to) {
    return new Step<>(
        log.origin() + " " + to,
        kept -> kept.cosign(log, from, to),
        before -> {
          // A step that was refused, since the one before it failed, changes nothing.
          if (before.getOrDefault(log.origin(), 0L) != from) {
            return before;
          }
          Map<String, Long> after = new TreeMap<>(before);
          after.put(log.origin(), to);
          return after;
        });
  }

  private static final CrashPoints<KeptWitness, Map<String, Long>> POINTS =
      CrashPoints.of(
          Path.of("/witness"),
          new Subject(),
          Map.of(),
          List.of(step(A, 0, 9), step(B, 0, 3), step(A, 9, 12), step(A, 12, 12), step(B, 3, 4)),
          new Step<>(
              "further",
              kept -> {
                long size = kept.sizes().getOrDefault("mesh.example", 0L);
                kept.cosign(A, size, size + 1);
              },
              shown -> {
                Map<String, Long> after = new TreeMap<>(shown);
                after.merge("mesh.example", 1L, Long::sum);
                return after;
              }));

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void whatWasAnsweredIsThereAfterAnyCut(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    assertTrue(report.points() >= 10, report.toString());
  }

  @Test
  void aFileThatIsNeverForcedIsCaught() {
    assertFalse(
        POINTS
            .through(WeakFiles::withoutForce)
            .enumerate(FaultMode.POWER_CUT)
            .violations()
            .isEmpty());
  }
}
