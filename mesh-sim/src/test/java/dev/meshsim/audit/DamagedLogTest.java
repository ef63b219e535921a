package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged logs: truncated, changed or shuffled. Verification of a damaged log must not accept
 * anything that is not in the whole log, and every loss must be reported. A sample of the positions
 * is tried; with {@code -Dmeshsim.exhaustive=true} every prefix, every octet of the small logs and
 * many of the large ones.
 */
@Once
class DamagedLogTest {

  static List<String> samples() {
    return Samples.ALL;
  }

  /** Verifies a damaged log and compares with the verdict on the whole one. */
  private static void judge(Verdicts whole, Bytes damaged, String what) {
    Verdicts now = Verdicts.of(1, damaged);
    assertTrue(whole.verified().containsAll(now.verified()), what + " verifies something new");
    LogVerdict before = whole.result().files().get(0);
    LogVerdict after = now.result().files().get(0);
    boolean less = !now.verified().containsAll(whole.verified());
    assertTrue(!less || loses(after, before), what + " loses a signature silently");
  }

  /** True if a problem reports the damage, or whole records are missing. */
  private static boolean loses(LogVerdict after, LogVerdict before) {
    return after.problems().size() > before.problems().size()
        || after.failed()
        || after.records() < before.records();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPrefixReadsOrIsReported(String name) {
    Bytes octets = Samples.octets(name);
    Verdicts whole = Verdicts.of(1, octets);
    for (int length = 0; length < octets.length(); length += Exhaustive.step(997)) {
      judge(whole, Bytes.of(octets.toArray(), 0, length), name + " cut at " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChangeOfASampleReadsOrIsReported(String name) {
    Bytes octets = Samples.octets(name);
    changes(octets, octets.length() > 8000 ? 1999 : 199, octets.length() > 12_000 ? 29 : 1, name);
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"Y2016", "Y2017", "MESH"})
  void everyChangeOfASmallLogReadsOrIsReported(Generation generation) {
    SyntheticLog log = new SyntheticLog(generation);
    Bytes octets = log.add("SignedDeviceProfile", log.device("desktop")).octets();
    changes(octets, 29, 1, generation.label());
  }

  private static void changes(Bytes octets, int usual, int exhaustive, String what) {
    Verdicts whole = Verdicts.of(1, octets);
    byte[] changed = octets.toArray();
    for (int i = 0; i < changed.length; i += Exhaustive.count(exhaustive, usual)) {
      byte old = changed[i];
      for (int flip : new int[] {0x01, 0x02, 0x20, 0x80}) {
        changed[i] = (byte) (old ^ flip);
        judge(whole, Bytes.of(changed), what + " with octet " + i + " flipped by " + flip);
      }
      for (char value : new char[] {'"', '\\', '{', '}', ' '}) {
        changed[i] = (byte) value;
        judge(whole, Bytes.of(changed), what + " with octet " + i + " as " + value);
      }
      changed[i] = old;
    }
  }

  @Test
  void partsOfLogsInAnyOrderReadOrAreReported() {
    Bytes octets =
        Bytes.utf8(
            new SyntheticLog(Generation.Y2016).story().octets().utf8()
                + new SyntheticLog(Generation.Y2017).story().octets().utf8());
    Verdicts whole = Verdicts.of(1, octets);
    RandomStream random = World.seeded(11).stream("test", "damage");
    for (int i = 0; i < Exhaustive.count(5000, 30); i++) {
      Bytes damaged = shuffled(octets, random);
      Verdicts now = Verdicts.of(1, damaged);
      assertTrue(whole.verified().containsAll(now.verified()), "shuffle " + i);
      assertEquals(now.result().files(), Verdicts.of(3, damaged).result().files(), "shuffle " + i);
    }
  }

  /** A sequence of parts of the log, a few of them overwritten. */
  private static Bytes shuffled(Bytes octets, RandomStream random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] source = octets.toArray();
    int parts = 1 + random.bytes(1)[0] & 0x0f;
    for (int part = 0; part < parts; part++) {
      int from = below(source.length, random);
      int length = below(source.length - from + 1, random);
      out.write(source, from, length);
      if ((random.bytes(1)[0] & 1) == 0) {
        out.writeBytes(random.bytes(below(9, random)));
      }
    }
    return Bytes.of(out.toByteArray());
  }

  private static int below(int bound, RandomStream random) {
    byte[] drawn = random.bytes(4);
    int value =
        (drawn[0] & 0x7f) << 24
            | (drawn[1] & 0xff) << 16
            | (drawn[2] & 0xff) << 8
            | (drawn[3] & 0xff);
    return value % bound;
  }

  @Test
  void randomOctetsAreReported() {
    RandomStream random = World.seeded(12).stream("test", "noise");
    for (int length = 1; length < 200; length++) {
      LogVerdict verdict = Verdicts.of(Bytes.of(random.bytes(length))).files().get(0);
      assertEquals(0, verdict.signatures().verified());
      assertTrue(verdict.failed() || verdict.records() == 0);
    }
    assertFalse(Verdicts.of(Bytes.utf8(" \n")).failed());
  }
}
