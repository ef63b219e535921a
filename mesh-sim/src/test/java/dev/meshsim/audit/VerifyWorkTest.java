package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cost of a verification, in counted work. */
class VerifyWorkTest {

  /** A log with a number of different device profiles of equal length. */
  private static Bytes devices(int count) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    for (int i = 0; i < count; i++) {
      log.add(
          "SignedDeviceProfile",
          log.signed(
              log.udf("desktop"),
              "DeviceProfile",
              log.deviceProfile("desktop", "device " + (1000 + i)),
              "desktop"));
    }
    return log.octets();
  }

  private static VerifyWork work(Bytes log) {
    return Verdicts.of(1, log).result().work();
  }

  @Test
  void theCostOfARecordDoesNotGrowWithTheLog() {
    VerifyWork ten = work(devices(10));
    VerifyWork twenty = work(devices(20));
    VerifyWork thirty = work(devices(30));
    VerifyWork second = twenty.minus(ten);
    VerifyWork third = thirty.minus(twenty);
    assertEquals(second.signatures(), third.signatures());
    assertEquals(10, third.signatures());
    assertEquals(second.octetsScanned(), third.octetsScanned());
    assertEquals(second.octetsParsed(), third.octetsParsed());
    assertEquals(0, thirty.remembered());
  }

  @Test
  void eachOctetIsParsedAFewTimesAtMost() {
    VerifyWork work = work(new SyntheticLog(Generation.Y2017).story().octets());
    assertTrue(work.octetsParsed() < 4 * work.octetsScanned(), work::toString);
  }

  @Test
  void aRepeatedObjectIsCountedButNotVerifiedAgain() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    for (int i = 0; i < 50; i++) {
      log.add("SignedDeviceProfile", log.device("desktop"));
    }
    Verdicts verdicts = Verdicts.of(1, log.octets());
    assertEquals(1, verdicts.result().work().signatures());
    assertEquals(49, verdicts.result().work().remembered());
    assertEquals(
        new LogVerdict.Signatures(50, 0, 0), verdicts.result().files().get(0).signatures());
    assertEquals(
        new LogVerdict.Fingerprints(100, 0), verdicts.result().files().get(0).fingerprints());
  }

  @Test
  void aRepeatedFaultIsReportedAgain() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    for (int i = 0; i < 3; i++) {
      log.add(
          "SignedDeviceProfile",
          log.signed(
              log.udf("desktop"),
              "DeviceProfile",
              log.deviceProfile("desktop", "claimed"),
              "stranger"));
    }
    LogVerdict verdict = Verdicts.of(log.octets()).files().get(0);
    assertEquals(new LogVerdict.Signatures(0, 3, 0), verdict.signatures());
    assertEquals(List.of(2L, 3L, 4L), verdict.problems().stream().map(Problem::record).toList());
  }

  @Test
  void theResultDoesNotDependOnTheNumberOfThreads() {
    Bytes story = new SyntheticLog(Generation.Y2017).story().octets();
    Bytes torn = Bytes.of(story.toArray(), 0, story.length() - 5000);
    List<LogVerdict> one = Verdicts.of(1, torn, story).result().files();
    for (int threads = 2; threads < 6; threads++) {
      assertEquals(one, Verdicts.of(threads, torn, story).result().files());
    }
  }
}
