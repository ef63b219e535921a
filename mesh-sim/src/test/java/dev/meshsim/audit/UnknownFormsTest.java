package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** A form that is not known is unverifiable with its reason; a damaged known form has failed. */
class UnknownFormsTest {

  private static LogVerdict changed(Generation generation, Consumer<ObjectNode> change) {
    SyntheticLog log = new SyntheticLog(generation);
    ObjectNode device = log.device("desktop");
    change.accept((ObjectNode) device.get("SignedData"));
    return Verdicts.verdict(log.add("SignedDeviceProfile", device));
  }

  private static void unverifiable(String why, LogVerdict verdict) {
    Verdicts.assertKinds(List.of(ProblemKind.UNKNOWN_GENERATION), verdict);
    assertEquals(new LogVerdict.Signatures(0, 0, 1), verdict.signatures());
    assertFalse(verdict.failed());
    String detail = verdict.problems().get(0).detail();
    assertTrue(detail.endsWith(": " + why), detail);
  }

  private static void failed(String why, LogVerdict verdict) {
    Verdicts.fails(ProblemKind.UNREADABLE, verdict);
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
    String detail = verdict.problems().get(0).detail();
    assertTrue(detail.contains(": " + why), detail);
  }

  private static ObjectNode first(ObjectNode data) {
    return (ObjectNode) data.at("/signatures/0");
  }

  private static String header(String json) {
    return Bytes.utf8(json).base64Url();
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"Y2017", "MESH"})
  void signaturesOfAnotherShapeAreUnverifiable(Generation generation) {
    unverifiable(
        "a signature of it has no protected header or no value",
        changed(generation, data -> first(data).remove("protected")));
    unverifiable(
        "a signature of it has no protected header or no value",
        changed(generation, data -> first(data).put("signature", 5)));
    unverifiable(
        "it has no signature", changed(generation, data -> data.set("signatures", array())));
    unverifiable(
        "a signature of it names no key",
        changed(
            generation,
            data ->
                data.set(
                    "signatures",
                    array(
                        object()
                            .put("protected", header("{\"alg\":\"EdDSA\"}"))
                            .put("signature", "AA")))));
  }

  @Test
  void flattenedFormsOfAnotherShapeAreUnverifiable() {
    unverifiable(
        "its members are payload, protected, signature",
        changed(
            Generation.Y2016,
            data -> {
              data.removeAll();
              data.put("payload", "e30").put("protected", "e30").put("signature", "AA");
            }));
    unverifiable(
        "its header names no key",
        changed(Generation.Y2016, data -> data.put("header", header("{\"alg\":\"RS512\"}"))));
    unverifiable(
        "its header names no key",
        changed(Generation.Y2015, data -> data.put("header", header("{\"Header\":{}}"))));
    unverifiable(
        "its header has a digest, as that of 2017, but it is flattened",
        changed(
            Generation.Y2016,
            data -> data.put("header", header("{\"kid\":\"M\",\"val\":\"AA\"}"))));
    unverifiable("it has no payload", changed(Generation.Y2016, data -> data.put("payload", 1)));
  }

  @Test
  void damagedHeaderOfAKnownFormFails() {
    Bytes overlong = Bytes.hex(Bytes.utf8("{\"kid\":\"").hex() + "c1a1" + Bytes.utf8("\"}").hex());
    String notUtf8 = "the text is not UTF-8: an overlong form";
    failed(
        notUtf8,
        changed(Generation.MESH, data -> first(data).put("protected", overlong.base64Url())));
    failed(
        notUtf8,
        changed(Generation.Y2017, data -> first(data).put("protected", overlong.base64Url())));
    failed(notUtf8, changed(Generation.Y2016, data -> data.put("header", overlong.base64Url())));
    failed(
        "the text ends before its value does",
        changed(Generation.Y2016, data -> data.put("header", header("{\"kid\":"))));
    failed(
        "it has base64url in another form",
        changed(Generation.MESH, data -> first(data).put("signature", "A A")));
  }
}
