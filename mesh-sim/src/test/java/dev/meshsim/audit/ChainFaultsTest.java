package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static dev.meshsim.audit.Verdicts.device;
import static dev.meshsim.audit.Verdicts.fails;
import static dev.meshsim.audit.Verdicts.one;
import static dev.meshsim.audit.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Valid signatures by keys without the role, and objects under wrong identifiers. */
class ChainFaultsTest {

  @Test
  void aForeignKeyMayNotSignADeviceProfile() {
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
  void onlyTheMasterKeyMaySignAMasterProfile() {
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
  void anIdentifierThatIsNotTheKeysFingerprintIsReported() {
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

  @Test
  void aRecordUnderAnotherPrimaryKeyIsReported() {
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
  void aProfileWithAnotherMasterProfileIsAnIdentifierMismatch() {
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
  void aForgedApplicationIsReportedEvenIfItsSignerIsUnknown() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    ObjectNode forged = log.application("R1", "stranger");
    ((ObjectNode) forged.at("/SignedData/signatures/0/header")).put("kid", log.udf("desktop"));
    log.add("SignedApplicationProfile", forged);
    fails(ProblemKind.SIGNATURE_MISMATCH, verdict(log));
  }

  @Test
  void aMissingKeyIsReported() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNVERIFIABLE), verdict);
    assertTrue(verdict.problems().get(0).detail().contains(log.udf("desktop")));
    assertTrue(verdict.problems().get(0).detail().contains("in none of the files"));
  }

  @Test
  void aProfileInOneFileCountsForAllFiles() {
    SyntheticLog applications = new SyntheticLog(Generation.Y2017);
    applications.add("SignedApplicationProfile", applications.application("R1", "desktop"));
    SyntheticLog profiles = new SyntheticLog(Generation.Y2017);
    profiles.add("SignedPersonalProfile", profiles.personal(List.of("desktop"), List.of("R1")));
    LogVerify.Result result = Verdicts.of(applications.octets(), profiles.octets());
    assertEquals(new LogVerdict.Signatures(1, 0, 0), result.files().get(0).signatures());
    assertFalse(result.failed());
  }

  /** Adds another person's profile that lists the application and the device of this log. */
  private static void addStranger(SyntheticLog log) {
    ObjectNode master =
        log.signed(
            log.udf("stranger"),
            "MasterProfile",
            log.masterProfile("stranger", "stranger"),
            "stranger");
    ObjectNode entry = object().put("Identifier", "R1");
    entry.set("AdminDeviceUDF", texts(log.udf("ring")));
    ObjectNode profile = log.personalProfile(master, array(log.device("ring")), array(entry));
    log.add(
        "SignedPersonalProfile",
        log.signed(log.udf("stranger"), "PersonalProfile", profile, "stranger"));
  }

  private static ArrayNode texts(String text) {
    return JsonNodeFactory.instance.arrayNode().add(text);
  }

  @Test
  void anApplicationBelongsToTheProfileThatListedItFirst() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of("R1")));
    addStranger(log);
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    LogVerdict verdict = verdict(log);
    fails(ProblemKind.DISPUTED_APPLICATION, verdict);
    assertEquals(0, verdict.signatures().failed());
    LogVerdict forged = verdict(log.add("SignedApplicationProfile", log.application("R1", "ring")));
    Verdicts.assertKinds(
        List.of(ProblemKind.DISPUTED_APPLICATION, ProblemKind.WRONG_SIGNER), forged);
    assertEquals(verdict.signatures().verified(), forged.signatures().verified());
  }

  @Test
  void anApplicationMayComeBeforeTheProfileThatListsIt() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of("R1")));
    assertEquals(List.of(), verdict(log).problems());
  }

  /** In 2016 a device could sign its profile; in 2017 this must not count. */
  @Test
  void theFormOf2016GivesNoRoleOverAProfileOf2017() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    SyntheticLog old = new SyntheticLog(Generation.Y2016);
    ObjectNode profile = old.personalProfile(log.master(), array(old.device("stranger")), array());
    ObjectNode forged = old.signed(log.udf("master"), "PersonalProfile", profile, "stranger");
    fails(ProblemKind.WRONG_SIGNER, verdict(log.add("SignedPersonalProfile", forged)));
  }

  @Test
  void theFormOf2016GivesNoRoleOverAnApplicationOf2017() {
    SyntheticLog old = new SyntheticLog(Generation.Y2016);
    old.add("SignedPersonalProfile", old.personal(List.of("desktop"), List.of()));
    old.add("SignedApplicationProfile", old.application("R1", "desktop"));
    assertEquals(List.of(), verdict(old).problems());
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("ring"), List.of("R1")));
    LogVerify.Result both = Verdicts.of(old.octets(), log.octets());
    fails(ProblemKind.WRONG_SIGNER, both.files().get(0));
  }

  @Test
  void anAnswerToNoKnownRequestIsUnverifiable() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedPersonalProfile", log.personal(List.of("desktop"), List.of()));
    log.add("Result-" + log.udf("ring"), "SignedConnectionResult", log.result("ring", "online"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNVERIFIABLE), verdict);
    assertEquals(new LogVerdict.Signatures(4, 0, 1), verdict.signatures());
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
}
