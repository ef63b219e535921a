package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.report.ScenarioInfo.Setting;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Signatures are marked by what the messages of the case themselves show. */
class KeyRingTest {

  private final World world = World.seeded(3);

  /** A signed object of a dialect, and the key that signed it. */
  private record Signed(Dialect dialect, PublicKey key, JsonNode object) {

    String keyMessage() {
      return dialect.json().write("Key", key).utf8();
    }

    String message() {
      return "{\"Publish\":{\"SignedData\":" + object + "}}";
    }
  }

  private Signed sign(Dialect dialect, String payload) {
    try (PrivateJwk key =
        PrivateJwk.generate(dialect.suites().get(0).signature(), world.stream("test", "key"))) {
      PublicKey shown = PublicKey.of(dialect, key.publicJwk());
      JsonWebSignature signed =
          dialect
              .signatures()
              .sign(Bytes.utf8(payload), key, shown.udf(), Map.of(), world.stream("test", "salt"));
      JsonNode tree = MeshJson.readTree(dialect.json().write("S", signed)).path("S");
      return new Signed(dialect, shown, tree);
    }
  }

  private static ScenarioTrace trace(Signed signed, String... messages) {
    TracedExchange[] exchanges = new TracedExchange[messages.length];
    for (int i = 0; i < messages.length; i++) {
      exchanges[i] = Cases.exchange(i + 1, messages[i], Cases.OK);
    }
    ScenarioTrace plain = Cases.trace(List.of(), exchanges);
    return new ScenarioTrace(
        "made",
        "Purpose.",
        new Setting("memory", signed.dialect().label(), "x", 7),
        new ScenarioTrace.Cast(
            List.of("phone"),
            List.of("example.com"),
            Map.of(signed.key().udf().text(), "phone's signature key"),
            List.of()),
        plain.exchanges(),
        List.of());
  }

  private static Signature.Check check(Signed signed, JsonNode object, String... messages) {
    return KeyRing.of(trace(signed, messages)).signatures(object).get(0).check();
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureByAKeyOfTheMessagesIsVerified(Dialect dialect) {
    Signed signed = sign(dialect, "{\"a\":1}");
    KeyRing keys = KeyRing.of(trace(signed, signed.message(), signed.keyMessage()));
    List<Signature> found = keys.signatures(signed.object());
    assertEquals(1, found.size());
    assertEquals(Signature.Check.VERIFIED, found.get(0).check());
    assertEquals(
        "phone's signature key (" + signed.key().udf().text() + ")", found.get(0).signer());
  }

  @ParameterizedTest
  @EnumSource
  void anAlteredPayloadIsNotVerified(Dialect dialect) {
    Signed signed = sign(dialect, "{\"a\":1}");
    JsonNode other = sign(dialect, "{\"a\":2}").object();
    JsonNode altered =
        MeshJson.readTree(
            Bytes.utf8(
                signed
                    .object()
                    .toString()
                    .replace(
                        signed.object().path("payload").stringValue(),
                        other.path("payload").stringValue())));
    assertEquals(Signature.Check.WRONG, check(signed, altered, signed.keyMessage()));
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheKeyNothingIsChecked(Dialect dialect) {
    Signed signed = sign(dialect, "{\"a\":1}");
    assertEquals(Signature.Check.KEY_UNKNOWN, check(signed, signed.object(), signed.message()));
  }

  /** Otherwise a message could bring a key of its own under another's fingerprint. */
  @Test
  void aKeyUnderAnotherFingerprintIsNotTaken() {
    Signed signed = sign(Dialect.MESH, "{\"a\":1}");
    Signed other;
    try (PrivateJwk key =
        PrivateJwk.generate(
            Dialect.MESH.suites().get(0).signature(), world.stream("test", "other"))) {
      other =
          new Signed(Dialect.MESH, PublicKey.of(Dialect.MESH, key.publicJwk()), signed.object());
    }
    String forged = other.keyMessage().replace(other.key().udf().text(), signed.key().udf().text());
    assertEquals(Signature.Check.KEY_UNKNOWN, check(signed, signed.object(), forged));
  }

  @Test
  void anUnreadableSignatureIsNotChecked() {
    Signed signed = sign(Dialect.MESH, "{\"a\":1}");
    JsonNode broken =
        MeshJson.readTree(Bytes.utf8("{\"payload\":\"eyJhIjoxfQ\",\"signatures\":[{\"b\":1}]}"));
    assertEquals(Signature.Check.UNREADABLE, check(signed, broken, signed.keyMessage()));
  }

  @Test
  void theReadersOfAnEncryptedObjectAreNamed() {
    Signed signed = sign(Dialect.MESH, "{}");
    KeyRing keys = KeyRing.of(trace(signed));
    String udf = signed.key().udf().text();
    JsonNode many =
        MeshJson.readTree(
            Bytes.utf8(
                "{\"recipients\":[{\"header\":{\"kid\":\""
                    + udf
                    + "\"}},{\"header\":{\"kid\":\"MAAA\"}},{}],\"ciphertext\":\"AA\"}"));
    assertEquals(List.of("phone's signature key (" + udf + ")", "MAAA"), keys.readers(many));
    String header = Bytes.utf8("{\"alg\":\"dir\",\"kid\":\"MBBB\"}").base64Url();
    JsonNode escrow =
        MeshJson.readTree(
            Bytes.utf8(
                "{\"protected\":\"" + header + "\",\"recipients\":[{}],\"ciphertext\":\"AA\"}"));
    assertEquals(List.of("whoever has the shared secret MBBB"), keys.readers(escrow));
  }

  @Test
  void aPageUnpacksMarksFoldsAndNames() {
    Signed signed = sign(Dialect.MESH, "{\"Profile\":{\"note\":\"inside\"}}");
    Pages pages = new Pages();
    pages.end(
        Cases.passed(Cases.info("a", "memory")),
        Optional.of(trace(signed, signed.message(), signed.keyMessage())));
    String page = pages.page("case-a.html");
    String udf = signed.key().udf().text();
    assertTrue(
        page.contains(
            "<strong>Profile</strong> signed by phone&#39;s signature key ("
                + udf
                + "): <strong class=\"good\">verified</strong>"),
        page);
    assertTrue(page.contains("<b>&quot;note&quot;</b>: &quot;inside&quot;"));
    assertTrue(page.contains("&quot;" + udf + "&quot;<i> phone&#39;s signature key</i>"));
    assertTrue(page.contains("<i>64 octets</i>"), "the signature is folded");
    assertFalse(page.contains(signed.object().path("payload").stringValue()));
  }

  @Test
  void aLongSignedObjectIsWrittenOnce() {
    Signed signed = sign(Dialect.MESH, "{\"Profile\":{\"note\":\"" + "long ".repeat(200) + "\"}}");
    Pages pages = new Pages();
    pages.end(
        Cases.passed(Cases.info("a", "memory")),
        Optional.of(trace(signed, signed.message(), signed.message(), signed.message())));
    String page = pages.page("case-a.html");
    assertEquals(1, HtmlReportTest.count(page, "<div class=\"inner\" id=\"o1\">"));
    assertEquals(2, HtmlReportTest.count(page, "href=\"#o1\" data-o=\"1\">Profile, written above"));
  }
}
