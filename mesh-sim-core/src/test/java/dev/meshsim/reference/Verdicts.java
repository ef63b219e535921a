package dev.meshsim.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Verifies logs in memory. */
final class Verdicts {

  private Verdicts() {}

  static LogVerify.Result of(Bytes... logs) {
    return of(2, logs);
  }

  static LogVerify.Result of(int threads, Bytes... logs) {
    List<LogSource> sources = new ArrayList<>();
    for (Bytes log : logs) {
      sources.add(
          new LogSource(
              "log " + (sources.size() + 1), () -> new ByteArrayInputStream(log.toArray())));
    }
    return LogVerify.verify(sources, threads);
  }

  static void assertKinds(List<ProblemKind> kinds, LogVerdict verdict) {
    assertEquals(
        kinds.stream().map(ProblemKind::label).sorted().toList(),
        verdict.problems().stream().map(p -> p.kind().label()).sorted().toList(),
        verdict.problems()::toString);
  }
}
