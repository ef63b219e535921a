package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.fuzz.Mutations;
import dev.meshsim.fuzz.PlainMessages;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mutated logs of every generation are verified and printed; the damage is reported plainly. */
class LogFuzzTest {

  private static final Duration TIME = Duration.ofMillis(800);

  private static List<byte[]> logs() {
    return Arrays.stream(Generation.values())
        .filter(generation -> generation != Generation.UNKNOWN)
        .map(generation -> new SyntheticLog(generation).story().octets().toArray())
        .toList();
  }

  @Test
  void everyMutatedLogIsVerified() {
    Mutations.of("logs", logs()).run(TIME, input -> verified(Bytes.of(input)));
  }

  private static void verified(Bytes log) {
    LogVerdict verdict = Verdicts.of(1, log).result().files().get(0);
    verdict.problems().forEach(problem -> PlainMessages.require(problem.detail()));
    assertTrue(verdict.failed() || log.utf8Fault() == Utf8.NONE, "octets are not UTF-8");
  }

  @Test
  void everyMutatedLogIsPrinted() {
    Mutations.of("printed logs", logs())
        .run(
            TIME.dividedBy(2),
            input ->
                LogShow.show(
                    new LogSource("log", () -> new ByteArrayInputStream(input)),
                    true,
                    PlainMessages::require));
  }
}
