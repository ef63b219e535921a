package dev.meshsim.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies logs in memory.
 *
 * @param result the verdicts
 * @param verified each payload that was found verified, after the fingerprint of the key
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
    WorkMeter work = new WorkMeter((key, payload) -> verified.add(key.udf() + payload.utf8()));
    return new Verdicts(LogVerify.verify(sources, threads, work), verified);
  }

  static void assertKinds(List<ProblemKind> kinds, LogVerdict verdict) {
    assertEquals(
        kinds.stream().map(ProblemKind::label).sorted().toList(),
        verdict.problems().stream().map(p -> p.kind().label()).sorted().toList(),
        verdict.problems()::toString);
  }
}
