package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Administration profiles of 2015: an online signature key lists the devices that administer a
 * profile, in an object without an identifier of its own, between the master profile and the
 * devices.
 */
class Administration2015Test {

  private final SyntheticLog log = new SyntheticLog(Generation.Y2015);

  private ObjectNode administration(String device, String signer) {
    ObjectNode content = object();
    content.set("Entries", array(object().put("UDF", log.udf(device))));
    ObjectNode signed = log.signed("", "AdministrationProfile", content, signer);
    signed.remove("Identifier");
    return signed;
  }

  private LogVerdict verdict(ObjectNode administration, String signer) {
    ObjectNode profile = object().put("Identifier", "Current-" + log.udf("master"));
    profile.set("SignedMasterProfile", log.master());
    profile.set("SignedAdministrationProfile", administration);
    profile.set("Devices", array(log.device("desktop"), log.device("ring")));
    profile.set("Applications", array(new JsonNode[0]));
    return Verdicts.verdict(log.add("SignedCurrentProfile", log.personal(profile, signer)));
  }

  private static List<String> failures(LogVerdict verdict) {
    return verdict.problems().stream()
        .filter(problem -> problem.kind().failure())
        .map(problem -> problem.kind().label())
        .toList();
  }

  @Test
  void aListedDeviceSignsTheProfile() {
    LogVerdict verdict = verdict(administration("desktop", "online"), "desktop");
    assertEquals(List.of(), failures(verdict));
    assertFalse(verdict.failed());
    assertEquals(5, verdict.signatures().verified());
    assertEquals("2015", verdict.generation());
  }

  @Test
  void aDeviceThatIsNotListedMayNotSignTheProfile() {
    LogVerdict verdict = verdict(administration("desktop", "online"), "ring");
    assertEquals(List.of("wrong-signer"), failures(verdict));
    assertTrue(verdict.failed());
  }

  @Test
  void onlyAnOnlineSignatureKeyOfThatMasterProfileListsDevices() {
    LogVerdict verdict = verdict(administration("desktop", "stranger"), "desktop");
    assertEquals(List.of("wrong-signer", "chain-broken"), failures(verdict));
  }

  @Test
  void anAdministrationProfileWithoutMasterProfileIsRefused() {
    ObjectNode alone = administration("desktop", "online");
    LogVerdict verdict = Verdicts.verdict(log.add("key", "SignedAdministrationProfile", alone));
    assertTrue(failures(verdict).contains("chain-broken"), verdict.toString());
    assertEquals(0, verdict.signatures().verified());
  }
}
