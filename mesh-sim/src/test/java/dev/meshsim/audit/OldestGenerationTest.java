package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.fold;
import static dev.meshsim.audit.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of August 2015: the header's members are in an object {@code Header}, and a personal
 * profile without a master profile is signed by a device in it.
 */
class OldestGenerationTest {

  private final SyntheticLog log = new SyntheticLog(Generation.Y2015);

  /** Puts the header's members into an object, which no signature covers. */
  private ObjectNode tagged(ObjectNode entry, String kid) {
    ObjectNode header = object("Header", object().put("alg", "RS512").put("kid", kid));
    ((ObjectNode) entry.get("SignedData")).put("header", fold(Bytes.utf8(log.layout(header))));
    return entry;
  }

  private ObjectNode profile(String signer) {
    ObjectNode profile = object().put("Identifier", "Current-" + log.udf("master"));
    profile.set("Accounts", array().add("alice"));
    profile.set("Devices", array(tagged(log.device("desktop"), log.udf("desktop"))));
    profile.set("Applications", array(new JsonNode[0]));
    return tagged(log.personal(profile, signer), log.udf(signer));
  }

  private LogVerdict verdict(ObjectNode profile) {
    return Verdicts.verdict(log.add("SignedCurrentProfile", profile));
  }

  private static String detail(LogVerdict verdict, ProblemKind kind) {
    return verdict.problems().stream()
        .filter(problem -> problem.kind() == kind)
        .map(Problem::detail)
        .findFirst()
        .orElse("none of " + verdict.problems());
  }

  @Test
  void deviceIsVerifiedAndProfileWithoutMasterIsUnverifiable() {
    LogVerdict verdict = verdict(profile("desktop"));
    assertEquals("2015", verdict.generation());
    assertEquals(new LogVerdict.Signatures(1, 0, 1), verdict.signatures());
    Verdicts.assertKinds(List.of(ProblemKind.UNVERIFIABLE), verdict);
    String why = detail(verdict, ProblemKind.UNVERIFIABLE);
    assertTrue(
        why.endsWith("a device in it signed it, and no master profile says that it may"), why);
    assertFalse(verdict.failed());
  }

  @Test
  void signatureOfAStrangerIsUnverifiable() {
    LogVerdict verdict = verdict(profile("stranger"));
    assertEquals(new LogVerdict.Signatures(1, 0, 1), verdict.signatures());
    String why = detail(verdict, ProblemKind.UNVERIFIABLE);
    assertTrue(why.endsWith("its key is not that of a verified device in it"), why);
    assertFalse(verdict.failed());
  }

  @Test
  void changedProfileAndDeviceFail() {
    ObjectNode changed = profile("desktop");
    ObjectNode data = (ObjectNode) changed.get("SignedData");
    String payload = Bytes.base64Url(data.get("payload").stringValue().replace("\n", "")).utf8();
    data.put("payload", fold(Bytes.utf8(payload.replace("alice", "alicf"))));
    LogVerdict verdict = verdict(changed);
    assertEquals(new LogVerdict.Signatures(1, 1, 0), verdict.signatures());
    Verdicts.assertKinds(List.of(ProblemKind.SIGNATURE_MISMATCH), verdict);

    SyntheticLog other = new SyntheticLog(Generation.Y2015);
    ObjectNode device = tagged(other.device("desktop"), other.udf("desktop"));
    ((ObjectNode) device.get("SignedData")).put("signature", fold(Bytes.of(new byte[256])));
    Verdicts.fails(
        ProblemKind.SIGNATURE_MISMATCH, Verdicts.verdict(other.add("SignedDeviceProfile", device)));
  }

  @Test
  void wrongIdentifierFails() {
    ObjectNode renamed = profile("desktop").put("Identifier", "Current-" + log.udf("ring"));
    LogVerdict verdict = verdict(renamed);
    Verdicts.assertKinds(List.of(ProblemKind.IDENTIFIER_MISMATCH), verdict);
    assertTrue(verdict.failed());
  }

  @Test
  void profileWithoutMasterProvesNothingAboutApplications() {
    ObjectNode profile = object().put("Identifier", "Current-" + log.udf("master"));
    profile.set("Devices", array(tagged(log.device("desktop"), log.udf("desktop"))));
    ObjectNode entry = object().put("Identifier", "R1");
    entry.set("AdminDeviceUDF", array().add(log.udf("desktop")));
    profile.set("Applications", array(entry));
    log.add("SignedCurrentProfile", tagged(log.personal(profile, "desktop"), log.udf("desktop")));
    log.add("SignedApplicationProfile", log.application("R1", "desktop"));
    assertEquals(new LogVerdict.Signatures(1, 0, 2), Verdicts.verdict(log).signatures());
  }

  @Test
  void recordsOfTheReferenceAreUnderstood() {
    LogVerdict verdict = Verdicts.verdict(Samples.octets("reference-2015-08/mmm.jlog"));
    assertEquals("2015", verdict.generation());
    assertEquals(new LogVerdict.Signatures(2, 0, 2), verdict.signatures());
    assertEquals(new LogVerdict.Fingerprints(6, 0), verdict.fingerprints());
    assertFalse(verdict.failed());
  }
}
