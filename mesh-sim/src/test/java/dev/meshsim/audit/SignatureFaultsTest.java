package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static dev.meshsim.audit.Verdicts.device;
import static dev.meshsim.audit.Verdicts.fails;
import static dev.meshsim.audit.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.udf.UdfFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wrong keys, digests and signatures, each of which is reported with its kind. */
class SignatureFaultsTest {

  @Test
  void bothWaysOfTruncatingAFingerprintAreAccepted() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017, UdfFormat.PORTAL_FIXED).story();
    LogVerdict verdict = verdict(log);
    assertEquals(List.of(), verdict.problems());
    assertEquals(new LogVerdict.Fingerprints(16, 0), verdict.fingerprints());
  }

  @Test
  void aChangedKeyIsAFingerprintMismatch() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "changed");
              ObjectNode rsa =
                  (ObjectNode) profile.at("/DeviceSignatureKey/PublicParameters/PublicKeyRSA");
              String n = rsa.get("n").stringValue();
              rsa.put("n", n.substring(0, 9) + (n.charAt(9) == 'A' ? 'B' : 'A') + n.substring(10));
              return log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop");
            });
    Verdicts.assertKinds(
        List.of(ProblemKind.FINGERPRINT_MISMATCH, ProblemKind.FINGERPRINT_MISMATCH), verdict);
    assertEquals(new LogVerdict.Fingerprints(1, 1), verdict.fingerprints());
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
  }

  @Test
  void aSubstitutedKeyIsAFingerprintMismatch() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "stolen");
              ObjectNode stolen = log.publicKey("stranger").put("UDF", log.udf("desktop"));
              ((ObjectNode) stolen.at("/PublicParameters/PublicKeyRSA"))
                  .put("kid", log.udf("desktop"));
              profile.set("DeviceSignatureKey", stolen);
              ObjectNode entry =
                  log.signed(log.udf("desktop"), "DeviceProfile", profile, "stranger");
              ((ObjectNode) entry.at("/SignedData/signatures/0/header"))
                  .put("kid", log.udf("desktop"));
              return entry;
            });
    Verdicts.assertKinds(
        List.of(ProblemKind.FINGERPRINT_MISMATCH, ProblemKind.FINGERPRINT_MISMATCH), verdict);
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
  }

  @Test
  void aKidOtherThanTheUdfIsAFingerprintMismatch() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "two names");
              ((ObjectNode) profile.at("/DeviceEncryptiontionKey/PublicParameters/PublicKeyRSA"))
                  .put("kid", log.udf("ring"));
              return log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop");
            });
    fails(ProblemKind.FINGERPRINT_MISMATCH, verdict);
    assertEquals(new LogVerdict.Signatures(1, 0, 0), verdict.signatures());
  }

  @Test
  void aChangedPayloadIsADigestMismatch() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode entry = log.device("desktop");
              ObjectNode other = log.deviceProfile("desktop", "another description");
              ((ObjectNode) entry.get("SignedData"))
                  .put(
                      "payload",
                      Bytes.utf8(log.layout(object("DeviceProfile", other))).base64Url());
              return entry;
            });
    fails(ProblemKind.DIGEST_MISMATCH, verdict);
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
  }

  @Test
  void aChangedPayloadOf2016IsASignatureMismatch() {
    SyntheticLog log = new SyntheticLog(Generation.Y2016);
    ObjectNode entry = log.device("desktop");
    ObjectNode other = log.deviceProfile("desktop", "another description");
    ((ObjectNode) entry.get("SignedData"))
        .put("payload", Bytes.utf8(log.layout(object("DeviceProfile", other))).base64Url());
    fails(ProblemKind.SIGNATURE_MISMATCH, verdict(log.add("SignedDeviceProfile", entry)));
  }

  @Test
  void aSignatureByAnotherKeyIsASignatureMismatch() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "forged");
              ObjectNode entry =
                  log.signed(log.udf("desktop"), "DeviceProfile", profile, "stranger");
              ((ObjectNode) entry.at("/SignedData/signatures/0/header"))
                  .put("kid", log.udf("desktop"));
              return entry;
            });
    fails(ProblemKind.SIGNATURE_MISMATCH, verdict);
  }

  @Test
  void theKeyAndNotTheMessageDecidesTheAlgorithm() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode entry = log.device("desktop");
              ObjectNode signature = (ObjectNode) entry.at("/SignedData/signatures/0");
              String header =
                  Bytes.base64Url(signature.get("protected").stringValue().replace("\n", ""))
                      .utf8()
                      .replace("RS512", "none");
              signature.put("protected", Bytes.utf8(header).base64Url());
              return entry;
            });
    fails(ProblemKind.ALGORITHM_MISMATCH, verdict);
  }

  /** A profile of the {@code mesh} dialect, signed by a device that may not sign it. */
  @Test
  void theRulesApplyToTheMeshDialectToo() {
    SyntheticLog log = new SyntheticLog(Generation.MESH);
    log.add(
        "SignedPersonalProfile",
        log.personal(
            log.personalProfile(log.master(), array(log.device("desktop")), array()), "desktop"));
    fails(ProblemKind.WRONG_SIGNER, verdict(log));

    SyntheticLog changed = new SyntheticLog(Generation.MESH);
    ObjectNode device = changed.device("desktop");
    Bytes other =
        Bytes.utf8(
            changed.layout(object("DeviceProfile", changed.deviceProfile("desktop", "other"))));
    ((ObjectNode) device.get("SignedData")).put("payload", other.base64Url());
    fails(ProblemKind.SIGNATURE_MISMATCH, verdict(changed.add("SignedDeviceProfile", device)));
  }

  @Test
  void theMeshDialectIsReadStrictly() {
    SyntheticLog log = new SyntheticLog(Generation.MESH);
    ObjectNode device = log.device("desktop");
    ObjectNode data = (ObjectNode) device.get("SignedData");
    data.put("payload", "\n" + data.get("payload").stringValue());
    fails(ProblemKind.UNREADABLE, verdict(log.add("SignedDeviceProfile", device)));

    SyntheticLog mixed = new SyntheticLog(Generation.MESH);
    SyntheticLog old = new SyntheticLog(Generation.Y2017);
    ObjectNode profile = mixed.deviceProfile("desktop", "with an old key");
    profile.set("DeviceEncryptiontionKey", old.publicKey("encryption"));
    mixed.add(
        "SignedDeviceProfile",
        mixed.signed(mixed.udf("desktop"), "DeviceProfile", profile, "desktop"));
    fails(ProblemKind.FINGERPRINT_MISMATCH, verdict(mixed));
  }

  @Test
  void anUnknownFormIsReportedAndReadingGoesOn() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode entry = log.device("desktop");
    ((ObjectNode) entry.at("/SignedData/signatures/0")).remove("protected");
    log.add("SignedDeviceProfile", entry).add("SignedDeviceProfile", log.device("ring"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNKNOWN_GENERATION), verdict);
    assertFalse(verdict.failed());
    assertEquals(new LogVerdict.Signatures(1, 0, 1), verdict.signatures());
    assertEquals("2017+unknown", verdict.generation());
  }

  @Test
  void aPayloadThatIsNotJsonIsUnreadable() {
    fails(
        ProblemKind.UNREADABLE,
        device(
            log ->
                object()
                    .put("Identifier", log.udf("desktop"))
                    .set("SignedData", log.signedData(Bytes.utf8("{\"a\":"), "desktop"))));
  }

  @Test
  void aKeyTooWeakToVerifyWithIsReported() {
    LogVerdict verdict =
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "strange key");
              profile.set(
                  "DeviceSignatureKey",
                  object()
                      .put("UDF", "M")
                      .set("PublicParameters", object("PublicKeyDH", object().put("kid", "M"))));
              return log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop");
            });
    assertTrue(verdict.failed());
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
  }

  /** A record of 16 MiB could ask for a hundred thousand checks. */
  @Test
  void ofTooManySignaturesNoneIsChecked() {
    for (int copies : new int[] {16, 17, 1000}) {
      SyntheticLog log = new SyntheticLog(Generation.Y2017);
      ObjectNode entry =
          log.signed(
              log.udf("desktop"), "DeviceProfile", log.deviceProfile("desktop", "d"), "desktop");
      ArrayNode signatures = (ArrayNode) entry.at("/SignedData/signatures");
      for (int i = 1; i < copies; i++) {
        signatures.add(signatures.get(0).deepCopy());
      }
      LogVerdict verdict = verdict(log.add("SignedDeviceProfile", entry));
      boolean few = copies <= 16;
      assertEquals(
          few ? new LogVerdict.Signatures(copies, 0, 0) : new LogVerdict.Signatures(0, copies, 0),
          verdict.signatures());
      Verdicts.assertKinds(few ? List.of() : List.of(ProblemKind.TOO_MANY_SIGNATURES), verdict);
    }
  }
}
