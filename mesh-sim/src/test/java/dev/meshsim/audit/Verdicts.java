package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a verification in memory.
 *
 * @param result the verdicts
 * @param verified each verified payload, preceded by the fingerprint of its key
 */
record Verdicts(LogVerify.Result result, Set<String> verified) {

  static LogVerify.Result of(Bytes... logs) {
    return of(2, logs).result();
  }

  static Verdicts of(int threads, Bytes... logs) {
    List<LogSource> sources = new ArrayList<>();
    for (Bytes log : logs) {
      sources.add(
          new LogSource(
              "log " + (sources.size() + 1), () -> new ByteArrayInputStream(log.toArray())));
    }
    Set<String> verified = ConcurrentHashMap.newKeySet();
    VerifyMeter work = new VerifyMeter((key, payload) -> verified.add(key.udf() + payload.utf8()));
    return new Verdicts(LogVerify.verify(sources, threads, work), verified);
  }

  static void assertKinds(List<ProblemKind> kinds, LogVerdict verdict) {
    assertEquals(
        kinds.stream().map(ProblemKind::label).sorted().toList(),
        verdict.problems().stream().map(p -> p.kind().label()).sorted().toList(),
        verdict.problems()::toString);
  }

  static LogVerdict verdict(Bytes log) {
    return of(log).files().get(0);
  }

  static LogVerdict verdict(SyntheticLog log) {
    return verdict(log.octets());
  }

  /** The verdict on a log of 2017 with one record. */
  static LogVerdict one(String tag, Function<SyntheticLog, ObjectNode> entry) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    return verdict(log.add(tag, entry.apply(log)));
  }

  static LogVerdict device(Function<SyntheticLog, ObjectNode> entry) {
    return one("SignedDeviceProfile", entry);
  }

  /** Requires a failed log with exactly one problem of this kind. */
  static void fails(ProblemKind kind, LogVerdict verdict) {
    assertKinds(List.of(kind), verdict);
    assertTrue(verdict.failed());
  }
}
