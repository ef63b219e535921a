package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Signed objects that lack the object, key or identifier that gives their signer a role. */
class RoleFinderTest {

  /** The kinds of problem in a log of one record. */
  private static Set<String> kinds(String tag, Function<SyntheticLog, ObjectNode> entry) {
    LogVerdict verdict = Verdicts.one(tag, entry);
    assertTrue(verdict.failed(), verdict.problems()::toString);
    return verdict.problems().stream()
        .map(problem -> problem.kind().label())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void hasKind(
      ProblemKind kind, String tag, Function<SyntheticLog, ObjectNode> entry) {
    Set<String> kinds = kinds(tag, entry);
    assertTrue(kinds.contains(kind.label()), kinds::toString);
  }

  private static ObjectNode master(SyntheticLog log, BiConsumer<SyntheticLog, ObjectNode> change) {
    ObjectNode profile = log.masterProfile("master", "online");
    change.accept(log, profile);
    return log.signed(log.udf("master"), "MasterProfile", profile, "master");
  }

  @Test
  void aMasterProfileWithoutItsKeyIsBroken() {
    hasKind(
        ProblemKind.CHAIN_BROKEN,
        "SignedMasterProfile",
        log -> master(log, (l, profile) -> profile.remove("MasterSignatureKey")));
  }

  @Test
  void aMasterProfileUnderAnothersNameIsFound() {
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedMasterProfile",
        log -> master(log, (l, profile) -> profile.put("Identifier", l.udf("stranger"))));
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedMasterProfile",
        log -> {
          ObjectNode profile = log.masterProfile("master", "online");
          profile.put("Identifier", log.udf("stranger"));
          return log.signed(log.udf("stranger"), "MasterProfile", profile, "master");
        });
  }

  @Test
  void aDeviceProfileWithoutItsKeyIsBroken() {
    hasKind(
        ProblemKind.CHAIN_BROKEN,
        "SignedDeviceProfile",
        log -> {
          ObjectNode profile = log.deviceProfile("desktop", "a device");
          profile.remove("DeviceSignatureKey");
          return log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop");
        });
  }

  @Test
  void aRequestWithoutADeviceThatVerifiesIsBroken() {
    hasKind(
        ProblemKind.CHAIN_BROKEN,
        "SignedConnectionRequest",
        log -> {
          ObjectNode request = object().put("ParentUDF", log.udf("master"));
          return log.signed(log.udf("ring"), "ConnectionRequest", request, "ring");
        });
  }

  @Test
  void aRequestUnderTheNameOfAnotherDeviceIsFound() {
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedConnectionRequest",
        log -> {
          ObjectNode request = object().put("ParentUDF", log.udf("master"));
          request.set("Device", log.device("ring"));
          return log.signed(log.udf("desktop"), "ConnectionRequest", request, "ring");
        });
  }

  private static ObjectNode result(
      SyntheticLog log, String outer, BiConsumer<SyntheticLog, ObjectNode> change) {
    ObjectNode result = object("Device", log.device("ring")).put("Result", "Accepted");
    result.put("ParentUDF", log.udf("master"));
    result.set(
        "Profile", object("SignedPersonalProfile", log.personal(List.of("ring"), List.of())));
    change.accept(log, result);
    return log.signed(log.udf(outer), "ConnectionResult", result, "online");
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"Y2017", "MESH"})
  void aResultWithTheProfileThatItAcceptsIntoVerifies(Generation generation) {
    SyntheticLog log = new SyntheticLog(generation);
    log.add(
        "Result-" + log.udf("ring"),
        "SignedConnectionResult",
        result(log, "ring", (l, result) -> {}));
    assertEquals(List.of(), Verdicts.verdict(log).problems());
  }

  @Test
  void aResultForAnotherDeviceOrNoneIsFound() {
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedConnectionResult",
        log -> result(log, "desktop", (l, result) -> {}));
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedConnectionResult",
        log -> result(log, "ring", (l, result) -> result.remove("Device")));
  }

  @Test
  void aResultOfAnotherProfileThanItCarriesIsFound() {
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedConnectionResult",
        log -> result(log, "ring", (l, result) -> result.put("ParentUDF", l.udf("stranger"))));
  }

  @Test
  void aResultThatCarriesNoProfileThatVerifiesIsBroken() {
    hasKind(
        ProblemKind.CHAIN_BROKEN,
        "SignedConnectionResult",
        log ->
            result(
                log,
                "ring",
                (l, result) ->
                    result.set("Profile", object("SignedDeviceProfile", l.device("ring")))));
    hasKind(
        ProblemKind.CHAIN_BROKEN,
        "SignedConnectionResult",
        log -> result(log, "ring", (l, result) -> result.set("Profile", object())));
  }

  @Test
  void anApplicationUnderAnotherNameIsFound() {
    hasKind(
        ProblemKind.IDENTIFIER_MISMATCH,
        "SignedApplicationProfile",
        log -> log.application("R1", "desktop").put("Identifier", "R2"));
  }

  @Test
  void listsOfAnotherShapeGiveNobodyARole() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode entry = object().put("Identifier", "R1").put("Type", "PasswordProfile");
    entry.put("AdminDeviceUDF", log.udf("desktop"));
    entry.set("SignID", array(object().put("UDF", log.udf("desktop"))));
    ObjectNode profile =
        log.personalProfile(log.master(), array(log.device("desktop")), array(entry));
    log.add("SignedPersonalProfile", log.personal(profile, "online"));
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    LogVerdict verdict = Verdicts.verdict(log);
    assertEquals(1, verdict.problems().size(), verdict.problems()::toString);
    assertEquals(ProblemKind.WRONG_SIGNER, verdict.problems().get(0).kind());
  }
}
