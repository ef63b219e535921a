package dev.meshsim.reference;

import static dev.meshsim.reference.SyntheticLog.array;
import static dev.meshsim.reference.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.udf.UdfFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class LogVerifyTest {

  private static LogVerdict verdict(Bytes log) {
    return Verdicts.of(log).files().get(0);
  }

  private static LogVerdict verdict(SyntheticLog log) {
    return verdict(log.octets());
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"Y2015", "Y2016", "Y2017", "MESH"})
  void aWholeStoryVerifies(Generation generation) {
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

  @Test
  void fingerprintsMayBeCutTheOtherWay() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017, UdfFormat.PORTAL_FIXED).story();
    LogVerdict verdict = verdict(log);
    assertEquals(List.of(), verdict.problems());
    assertEquals(new LogVerdict.Fingerprints(16, 0), verdict.fingerprints());
  }

  /** A log of one record, made for 2017. */
  private static LogVerdict one(String tag, Function<SyntheticLog, ObjectNode> entry) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    return verdict(log.add(tag, entry.apply(log)));
  }

  private static LogVerdict device(Function<SyntheticLog, ObjectNode> entry) {
    return one("SignedDeviceProfile", entry);
  }

  /** Exactly one problem of that kind, and a failed log. */
  private static void fails(ProblemKind kind, LogVerdict verdict) {
    Verdicts.assertKinds(List.of(kind), verdict);
    assertTrue(verdict.failed());
  }

  @Test
  void aDigitOfAKeyThatIsChangedIsAFingerprintMismatch() {
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
  void anotherKeyUnderAFingerprintIsAFingerprintMismatch() {
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
  void anotherKidInAKeyIsAFingerprintMismatch() {
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
  void theAlgorithmIsTheKeysAndNotTheMessages() {
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

  @Test
  void aStrangerMayNotSignADevice() {
    LogVerdict verdict =
        device(
            log ->
                log.signed(
                    log.udf("desktop"),
                    "DeviceProfile",
                    log.deviceProfile("desktop", "claimed"),
                    "stranger"));
    fails(ProblemKind.WRONG_SIGNER, verdict);
  }

  @Test
  void aMasterProfileIsSignedByItsMasterKeyAlone() {
    LogVerdict verdict =
        one(
            "SignedMasterProfile",
            log ->
                log.signed(
                    log.udf("master"),
                    "MasterProfile",
                    log.masterProfile("master", "online"),
                    "online"));
    fails(ProblemKind.WRONG_SIGNER, verdict);
  }

  @Test
  void anIdentifierThatIsNotTheKeysIsFound() {
    fails(
        ProblemKind.IDENTIFIER_MISMATCH,
        device(
            log -> {
              ObjectNode profile = log.deviceProfile("desktop", "misnamed");
              profile.put("Identifier", log.udf("ring"));
              return log.signed(log.udf("ring"), "DeviceProfile", profile, "desktop");
            }));
    fails(
        ProblemKind.IDENTIFIER_MISMATCH,
        device(log -> log.device("desktop").put("Identifier", log.udf("ring"))));
  }

  /** Our own form, signed by the desktop, whose owner may not sign the profile. */
  @Test
  void theMeshDialectIsHeldToTheSameRules() {
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
    fails(ProblemKind.UNKNOWN_GENERATION, verdict(log.add("SignedDeviceProfile", device)));

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
    ObjectNode entry = (ObjectNode) object().put("Identifier", "M1").set("EncryptedData", data);
    return one("OfflineEscrowEntry", log -> entry).generation();
  }

  @Test
  void aRecordUnderAnotherKeyIsFound() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add(log.udf("ring"), "SignedDeviceProfile", log.device("desktop"));
    fails(ProblemKind.IDENTIFIER_MISMATCH, verdict(log));
  }

  @Test
  void aDeviceMayNotSignAPersonalProfileOf2017() {
    LogVerdict verdict =
        one(
            "SignedPersonalProfile",
            log ->
                log.personal(
                    log.personalProfile(log.master(), array(log.device("desktop")), array()),
                    "desktop"));
    fails(ProblemKind.WRONG_SIGNER, verdict);
    assertEquals(new LogVerdict.Signatures(2, 1, 0), verdict.signatures());
  }

  @Test
  void aPersonalProfileNeedsItsMasterProfile() {
    LogVerdict verdict =
        one(
            "SignedPersonalProfile",
            log -> {
              ObjectNode master =
                  log.signed(
                      log.udf("master"),
                      "MasterProfile",
                      log.masterProfile("master", "online"),
                      "stranger");
              return log.personal(log.personalProfile(master, array(), array()), "online");
            });
    Verdicts.assertKinds(List.of(ProblemKind.WRONG_SIGNER, ProblemKind.CHAIN_BROKEN), verdict);
    assertEquals(new LogVerdict.Signatures(0, 2, 0), verdict.signatures());
  }

  @Test
  void anotherMastersProfileIsAnIdentifierMismatch() {
    LogVerdict verdict =
        one(
            "SignedPersonalProfile",
            log -> {
              ObjectNode profile = log.personalProfile(log.master(), array(), array());
              profile.put("Identifier", log.udf("stranger"));
              return log.signed(log.udf("stranger"), "PersonalProfile", profile, "online");
            });
    fails(ProblemKind.IDENTIFIER_MISMATCH, verdict);
  }

  @Test
  void aDeviceThatTheEntryDoesNotListMayNotSignAnApplication() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop", "ring"), List.of("R1")));
    log.add("SignedApplicationProfile", log.application("R1", "ring"));
    fails(ProblemKind.WRONG_SIGNER, verdict(log));
  }

  @Test
  void anApplicationThatNoProfileListsIsUnverifiable() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNVERIFIABLE), verdict);
    assertEquals(new LogVerdict.Signatures(3, 0, 1), verdict.signatures());
    assertFalse(verdict.failed());
  }

  @Test
  void aForgedApplicationIsFoundWhoeverMaySignIt() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    ObjectNode forged = log.application("R1", "stranger");
    ((ObjectNode) forged.at("/SignedData/signatures/0/header")).put("kid", log.udf("desktop"));
    log.add("SignedApplicationProfile", forged);
    fails(ProblemKind.SIGNATURE_MISMATCH, verdict(log));
  }

  @Test
  void aKeyThatIsInNoFileIsSaidToBeMissing() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNVERIFIABLE), verdict);
    assertTrue(verdict.problems().get(0).detail().contains(log.udf("desktop")));
    assertTrue(verdict.problems().get(0).detail().contains("in none of the files"));
  }

  @Test
  void profilesOfAnyFileCountForAll() {
    SyntheticLog applications = new SyntheticLog(Generation.Y2017);
    applications.add("SignedApplicationProfile", applications.application("R1", "desktop"));
    SyntheticLog profiles = new SyntheticLog(Generation.Y2017);
    profiles.add("SignedPersonalProfile", profiles.personal(List.of("desktop"), List.of("R1")));
    LogVerify.Result result = Verdicts.of(applications.octets(), profiles.octets());
    assertEquals(new LogVerdict.Signatures(1, 0, 0), result.files().get(0).signatures());
    assertFalse(result.failed());
  }

  @Test
  void twoProfilesThatListOneApplicationAreReported() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of("R1")));
    ObjectNode master =
        log.signed(
            log.udf("stranger"),
            "MasterProfile",
            log.masterProfile("stranger", "stranger"),
            "stranger");
    ObjectNode entry = object().put("Identifier", "R1");
    ObjectNode profile = log.personalProfile(master, array(), array(entry));
    log.add(
        "SignedPersonalProfile",
        log.signed(log.udf("stranger"), "PersonalProfile", profile, "stranger"));
    fails(ProblemKind.DISPUTED_APPLICATION, verdict(log));
  }

  @Test
  void onlyAnAdministratorOfTheProfileThatWasAskedMayAnswer() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    log.add(
        "Pending-" + log.udf("master"),
        "ConnectionsPending",
        SyntheticLog.pending(log.request("ring")));
    log.add("Result-" + log.udf("ring"), "SignedConnectionResult", log.result("ring", "desktop"));
    fails(ProblemKind.WRONG_SIGNER, verdict(log));
  }

  @Test
  void aDeviceMayNotAskInAnothersName() {
    LogVerdict verdict =
        one(
            "SignedConnectionRequest",
            log -> {
              ObjectNode request = object("Device", log.device("ring"));
              return log.signed(log.udf("ring"), "ConnectionRequest", request, "stranger");
            });
    fails(ProblemKind.WRONG_SIGNER, verdict);
  }

  @Test
  void whatIsNoKnownFormIsReportedAndReadingGoesOn() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode entry = log.device("desktop");
    ((ObjectNode) entry.at("/SignedData/signatures/0")).remove("protected");
    log.add("SignedDeviceProfile", entry).add("SignedDeviceProfile", log.device("ring"));
    LogVerdict verdict = verdict(log);
    fails(ProblemKind.UNKNOWN_GENERATION, verdict);
    assertEquals(new LogVerdict.Signatures(1, 1, 0), verdict.signatures());
    assertEquals("2017+unknown", verdict.generation());
  }

  @Test
  void aPayloadThatIsNoJsonIsUnreadable() {
    fails(
        ProblemKind.UNREADABLE,
        device(
            log ->
                (ObjectNode)
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

  @Test
  void whatIsWorthKnowingDoesNotFail() {
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
  void aTornRecordIsOneProblemAtTheEnd() {
    SyntheticLog story = new SyntheticLog(Generation.Y2017).story();
    Bytes log = story.add("SignedDeviceProfile", story.device("ring")).octets();
    LogVerdict verdict = verdict(Bytes.of(log.toArray(), 0, log.length() - 1));
    fails(ProblemKind.TRUNCATED, verdict);
    assertEquals(8, verdict.problems().get(0).record());
    assertEquals(1, verdict.unreadable());
  }

  @Test
  void ofOneKindOnlySomeAreListed() {
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
            + "\"detail\":\"its Text is no string (octets 14 to 54)\",\"severity\":\"error\"}]}",
        verdict.toJson());
  }
}
