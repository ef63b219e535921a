package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.object;
import static dev.meshsim.audit.Verdicts.assertKinds;
import static dev.meshsim.audit.Verdicts.fails;
import static dev.meshsim.audit.Verdicts.one;
import static dev.meshsim.audit.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on whole logs and on unreadable ones. */
class LogVerifyTest {

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"Y2015", "Y2016", "Y2017", "MESH"})
  void aLogOfEveryGenerationVerifies(Generation generation) {
    LogVerdict verdict = verdict(new SyntheticLog(generation).story());
    assertEquals(List.of(), verdict.problems());
    assertEquals(7, verdict.records());
    assertEquals(new LogVerdict.Signatures(12, 0, 0), verdict.signatures());
    assertEquals(new LogVerdict.Fingerprints(16, 0), verdict.fingerprints());
    assertFalse(verdict.failed());
  }

  @Test
  void theGenerationIsNamed() {
    assertTrue(verdict(new SyntheticLog(Generation.Y2015).story()).generation().contains("2015"));
    assertEquals("mesh", verdict(new SyntheticLog(Generation.MESH).story()).generation());
    assertEquals("2016", verdict(new SyntheticLog(Generation.Y2016).story()).generation());
    assertEquals("2017", verdict(new SyntheticLog(Generation.Y2017).story()).generation());
    assertEquals("unknown", verdict(new SyntheticLog(Generation.Y2017)).generation());
    Bytes both =
        Bytes.utf8(
            new SyntheticLog(Generation.Y2016).story().octets().utf8()
                + new SyntheticLog(Generation.Y2017).story().octets().utf8());
    assertEquals("2016+2017", verdict(both).generation());
  }

  /** Mathematical-Mesh, commit 907ab19b, ClientMeshConnectOnly/portal.jlog. */
  @Test
  void aWholeLogOf2015IsRead() throws IOException {
    try (InputStream in = LogVerifyTest.class.getResourceAsStream("portal-2015-10.jlog")) {
      LogVerdict verdict = verdict(Bytes.of(in.readAllBytes()));
      assertEquals("2015", verdict.generation());
      assertEquals(7, verdict.records());
      assertKinds(Collections.nCopies(4, ProblemKind.DUPLICATE_TRANSACTION_ID), verdict);
      assertFalse(verdict.failed());
    }
  }

  @Test
  void theGenerationOfEncryptedObjectsIsNamed() {
    assertEquals("2015", encrypted("{\"Header\":{\"alg\":\"AE128\"}}"));
    assertEquals("2016", encrypted("{\"alg\":\"AE128\"}"));
    assertEquals("2017", encrypted("{\"enc\":\"A256CBC\"}"));
    assertEquals("mesh", encrypted("{\"enc\":\"A256GCM\"}"));
    assertEquals("unknown", encrypted("{}"));
  }

  private static String encrypted(String header) {
    ObjectNode data = object().put("protected", Bytes.utf8(header).base64Url());
    data.put("ciphertext", "AAAA");
    ObjectNode entry = object().put("Identifier", "M1").set("EncryptedData", data);
    return one("OfflineEscrowEntry", log -> entry).generation();
  }

  @Test
  void remarksDoNotFailALog() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode profile = log.deviceProfile("desktop", "with a certificate");
    ((ObjectNode) profile.get("DeviceSignatureKey")).put("X509Certificate", "MAMCAQ");
    ((ObjectNode) profile.get("DeviceEncryptiontionKey"))
        .set("PrivateParameters", object("PrivateKeyRSA", object().put("d", "AQAB")));
    log.add(
        "SignedDeviceProfile", log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop"));
    String twice = log.octets().utf8();
    LogVerdict verdict = verdict(Bytes.utf8(twice + twice));
    Verdicts.assertKinds(
        List.of(
            ProblemKind.MALFORMED_CERTIFICATE,
            ProblemKind.PRIVATE_KEY,
            ProblemKind.MALFORMED_CERTIFICATE,
            ProblemKind.PRIVATE_KEY,
            ProblemKind.DUPLICATE_TRANSACTION_ID),
        verdict);
    assertFalse(verdict.failed());
    assertFalse(verdict.toJson().contains("AQAB"));
  }

  @Test
  void aTruncatedLastRecordIsOneProblem() {
    SyntheticLog story = new SyntheticLog(Generation.Y2017).story();
    Bytes log = story.add("SignedDeviceProfile", story.device("ring")).octets();
    LogVerdict verdict = verdict(Bytes.of(log.toArray(), 0, log.length() - 1));
    fails(ProblemKind.TRUNCATED, verdict);
    assertEquals(8, verdict.problems().get(0).record());
    assertEquals(1, verdict.unreadable());
  }

  @Test
  void atMostAHundredProblemsOfOneKindAreListed() {
    String record = "{\"DataItem\":{\"PrimaryKey\":\"a\",\"Text\":\"{\"}}";
    LogVerdict verdict = verdict(Bytes.utf8(record.repeat(FileReport.MOST + 2)));
    assertEquals(FileReport.MOST + 1, verdict.problems().size());
    assertEquals(
        new Problem(FileReport.MOST + 2, ProblemKind.MORE, "2 more of unreadable"),
        verdict.problems().get(FileReport.MOST));
    assertEquals(FileReport.MOST + 2, verdict.unreadable());
  }

  @Test
  void theVerdictIsOneLineOfJson() {
    LogVerdict verdict =
        verdict(Bytes.utf8("{\"Header\":{}}\n{\"DataItem\":{\"PrimaryKey\":\"a\",\"Text\":7}}\n"));
    assertEquals(
        "{\"file\":\"log 1\",\"generation\":\"unknown\",\"records\":2,\"unreadable\":1,"
            + "\"signatures\":{\"verified\":0,\"failed\":0,\"unverifiable\":0},"
            + "\"fingerprints\":{\"matched\":0,\"mismatched\":0},"
            + "\"problems\":[{\"record\":2,\"kind\":\"unreadable\","
            + "\"detail\":\"its Text is not a string (octets 14 to 54)\",\"severity\":\"error\"}]}",
        verdict.toJson());
  }
}
