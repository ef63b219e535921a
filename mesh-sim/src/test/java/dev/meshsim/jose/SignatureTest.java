package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.Verifier;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The protection of signed objects, and the refusal of forged ones. */
class SignatureTest {

  private static final Bytes PAYLOAD = Bytes.utf8("{\"Hello\":{}}");

  private final PrivateJwk key = TestKeys.of(KeySpec.ED25519);
  private final JsonWebSignature signed = Jws.sign(PAYLOAD, key, "k", TestKeys.random());

  private static Bytes flipped(Bytes octets, int at) {
    byte[] copy = octets.toArray();
    copy[at] ^= 1;
    return Bytes.of(copy);
  }

  private static JsonWebSignature with(JsonWebSignature signed, Bytes header, Bytes signature) {
    return new JsonWebSignature(signed.payload(), List.of(new Signature(header, null, signature)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048", "RSA_2048_PSS"})
  void everyChangedOctetIsRefused(Suite suite) {
    PrivateJwk signer = TestKeys.of(suite.signature());
    JsonWebSignature good = Jws.sign(PAYLOAD, signer, "k", TestKeys.random());
    Signature only = good.signatures().get(0);
    for (int i = 0; i < PAYLOAD.length(); i++) {
      JsonWebSignature bad = new JsonWebSignature(flipped(PAYLOAD, i), good.signatures());
      refused(bad, signer.publicJwk());
    }
    for (int i = 0; i < only.protectedHeader().length(); i++) {
      Bytes header = flipped(only.protectedHeader(), i);
      refused(with(good, header, only.signature()), signer.publicJwk());
    }
    for (int i = 0; i < only.signature().length(); i += 1 + only.signature().length() / 64) {
      Bytes signature = flipped(only.signature(), i);
      refused(with(good, only.protectedHeader(), signature), signer.publicJwk());
    }
    Jws.verify(good, 0, signer.publicJwk());
  }

  private static void refused(JsonWebSignature bad, PublicJwk by) {
    assertThrows(MeshException.class, () -> Jws.verify(bad, 0, by), bad.toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048", "RSA_2048_PSS"})
  void anotherKeyOfTheKindIsRefused(Suite suite) {
    PrivateJwk signer = TestKeys.of(suite.signature());
    PublicJwk other = TestKeys.of(suite.signature(), "mallory-laptop").publicJwk();
    JsonWebSignature good = Jws.sign(PAYLOAD, signer, "k", TestKeys.random());
    JoseException.BadSignature e =
        assertThrows(JoseException.BadSignature.class, () -> Jws.verify(good, 0, other));
    assertEquals("jose.bad-signature", e.code());
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048", "RSA_2048_PSS"})
  void signaturesOfOtherLengthsAreRefused(Suite suite) {
    PrivateJwk signer = TestKeys.of(suite.signature());
    JsonWebSignature good = Jws.sign(PAYLOAD, signer, "k", TestKeys.random());
    Signature only = good.signatures().get(0);
    byte[] octets = only.signature().toArray();
    byte[] longer = Arrays.copyOf(octets, octets.length + 1);
    for (Bytes wrong :
        List.of(Bytes.EMPTY, Bytes.of(octets, 0, octets.length - 1), Bytes.of(longer))) {
      assertThrows(
          JoseException.BadSignature.class,
          () -> Jws.verify(with(good, only.protectedHeader(), wrong), 0, signer.publicJwk()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, none",
    "ED25519, ES256",
    "ED25519, HS512",
    "P256_SIGN, EdDSA",
    "P256_SIGN, ES384",
    "RSA_2048_SIGN, PS512",
    "RSA_2048_SIGN, RS256",
    "RSA_2048_PSS, RS512",
    "RSA_2048_SIGN, HS512",
  })
  void theKeyDecidesTheAlgorithm(KeySpec spec, String alg) throws Exception {
    PrivateJwk signer = TestKeys.of(spec);
    Bytes header = Bytes.utf8("{\"alg\":\"" + alg + "\",\"kid\":\"k\"}");
    // The best possible forgery: a signature by the key itself, or a MAC under the public key.
    byte[] input = SigningInput.of(header, PAYLOAD);
    byte[] signature =
        alg.equals("HS512")
            ? hmac(signer.publicJwk().spki().toArray(), input)
            : signer.material().sign(input, TestKeys.random());
    JsonWebSignature forged = with(signed, header, Bytes.of(signature));
    JoseException.AlgorithmMismatch e =
        assertThrows(
            JoseException.AlgorithmMismatch.class, () -> Jws.verify(forged, 0, signer.publicJwk()));
    assertTrue(e.problem().contains(alg), e.problem());
  }

  private static byte[] hmac(byte[] key, byte[] input) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(key, "HmacSHA512"));
    return mac.doFinal(input);
  }

  @Test
  void aMacUnderAPublicKeyIsRefusedByItsOwnKeyToo() {
    ObjectNode jwk = key.publicJwk().toJson("k");
    jwk.put("alg", "HS512");
    assertThrows(JoseException.BadKey.class, () -> ForeignJwk.fromJson(jwk));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kid\":\"k\"}|jose.malformed",
        "{\"alg\":5,\"kid\":\"k\"}|jose.malformed",
        "{\"alg\":\"EdDSA\",\"kid\":5}|jose.malformed",
        "[\"EdDSA\"]|jose.malformed",
        "{\"alg\":\"EdDSA\",\"alg\":\"EdDSA\",\"kid\":\"k\"}|json.duplicate-member",
        "{\"alg\":\"EdDSA\"|json.malformed",
        "{\"alg\":\"EdDSA\",\"kid\":\"k\",\"crit\":[\"exp\"],\"exp\":1}|jose.unsupported-algorithm",
        "{\"alg\":\"EdDSA\",\"kid\":\"k\",\"b64\":false}|jose.unsupported-algorithm",
        "{\"alg\":\"EdDSA\",\"kid\":\"k\",\"b64\":\"x\"}|jose.unsupported-algorithm",
        "|jose.malformed",
      })
  void headersAreReadStrictly(String header, String code) {
    Bytes octets = header == null ? Bytes.EMPTY : Bytes.utf8(header);
    byte[] signature = key.material().sign(SigningInput.of(octets, PAYLOAD), TestKeys.random());
    JsonWebSignature odd = with(signed, octets, Bytes.of(signature));
    MeshException e = assertThrows(MeshException.class, () -> Jws.verify(odd, 0, key.publicJwk()));
    assertEquals(code, e.code());
  }

  @Test
  void problemsQuoteAMessageInOneShortLine() {
    String alg = "x\\n".repeat(5000);
    Bytes header = Bytes.utf8("{\"alg\":\"" + alg + "\"}");
    JsonWebSignature odd = with(signed, header, Bytes.EMPTY);
    MeshException e =
        assertThrows(
            JoseException.AlgorithmMismatch.class, () -> Jws.verify(odd, 0, key.publicJwk()));
    assertTrue(e.problem().length() < 200 && !e.problem().contains("\n"), e.problem());
  }

  @Test
  void unprotectedMembersAreIgnoredOrRefused() {
    ObjectNode outside = JsonNodeFactory.instance.objectNode().put("note", "seen");
    Signature only = signed.signatures().get(0);
    JsonWebSignature noted = withUnprotected(only, outside);
    Jws.verify(noted, 0, key.publicJwk());
    for (String member : List.of("alg", "kid", "crit")) {
      ObjectNode twice = JsonNodeFactory.instance.objectNode().put(member, "EdDSA");
      assertThrows(
          JoseException.class, () -> Jws.verify(withUnprotected(only, twice), 0, key.publicJwk()));
    }
  }

  private static JsonWebSignature withUnprotected(Signature only, ObjectNode outside) {
    return new JsonWebSignature(
        PAYLOAD, List.of(new Signature(only.protectedHeader(), outside, only.signature())));
  }

  @Test
  void additionalMembersAreProtectedInTheirOrder() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("typ", "mesh");
    extra.put("aud", "example.com");
    extra.put("iat", 5);
    JsonWebSignature more = Jws.sign(PAYLOAD, key, "k", extra, TestKeys.random());
    assertEquals(
        "{\"alg\":\"EdDSA\",\"kid\":\"k\",\"typ\":\"mesh\",\"aud\":\"example.com\",\"iat\":5}",
        more.signatures().get(0).protectedHeader().utf8());
    Jws.verify(more, 0, key.publicJwk());
    assertEquals("mesh", Jws.header(more, 0).member("typ").asString());
    assertEquals(null, Jws.header(more, 0).member("none"));
    String header = more.signatures().get(0).protectedHeader().utf8();
    assertEquals(header, Jws.header(more, 0).members().toString());
    Jws.header(more, 0).members().removeAll();
    assertEquals("JwsHeader[" + header + "]", Jws.header(more, 0).toString());
    for (String reserved : List.of("alg", "kid", "crit", "b64")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Jws.sign(PAYLOAD, key, "k", Map.of(reserved, "x"), TestKeys.random()));
    }
  }

  @Test
  void severalSignaturesVerifyIndependently() {
    PrivateJwk second = TestKeys.of(KeySpec.P256_SIGN);
    JsonWebSignature both = Jws.addSignature(signed, second, "k2", Map.of(), TestKeys.random());
    assertEquals(2, both.signatures().size());
    Jws.verify(both, 0, key.publicJwk());
    Jws.verify(both, 1, second.publicJwk());
    assertThrows(JoseException.AlgorithmMismatch.class, () -> Jws.verify(both, 1, key.publicJwk()));
    assertThrows(IllegalArgumentException.class, () -> Jws.toCompact(both));
  }

  @Test
  void encryptionKeysDoNotSign() {
    PrivateJwk reading = TestKeys.of(KeySpec.X25519);
    assertThrows(
        JoseException.BadKey.class, () -> Jws.sign(PAYLOAD, reading, "k", TestKeys.random()));
    JoseException e =
        assertThrows(JoseException.BadKey.class, () -> Jws.verify(signed, 0, reading.publicJwk()));
    assertEquals("a key for X25519 (ECDH-ES+A256KW) does not sign", e.problem());
  }

  @Test
  void theJsonHasTheFormOfRfc7515() {
    JsonWebSignature read =
        Jws.fromJson(
            Bytes.utf8(
                "{\"payload\":\"eyJIZWxsbyI6e319\",\"protected\":\""
                    + signed.signatures().get(0).protectedHeader().base64Url()
                    + "\",\"signature\":\""
                    + signed.signatures().get(0).signature().base64Url()
                    + "\"}"));
    assertEquals(signed, read);
    assertTrue(
        MeshJson.write(signed)
            .utf8()
            .startsWith("{\"payload\":\"eyJIZWxsbyI6e319\",\"signatures\":[{\"protected\":\"ey"));
    for (String text :
        List.of(
            "{}",
            "{\"payload\":\"\",\"signatures\":[]}",
            "{\"payload\":\"\"}",
            "{\"payload\":\"\",\"signatures\":[null]}",
            "[]")) {
      assertThrows(MeshException.class, () -> Jws.fromJson(Bytes.utf8(text)), text);
    }
  }

  @Test
  void theSigningInputHasTheFormOfRfc7515() {
    byte[] input = SigningInput.of(Bytes.utf8("{}"), Bytes.utf8("a"));
    assertEquals("e30.YQ", new String(input, StandardCharsets.US_ASCII));
  }

  @Test
  void aHeaderIsParsedOnce() {
    PrivateJwk key = PrivateJwk.generate(KeySpec.ED25519, World.seeded(3).stream("test", "key"));
    JsonWebSignature signed =
        Jws.sign(Bytes.utf8("x"), key, "kid", World.seeded(3).stream("test", "salt"));
    assertSame(Jws.header(signed, 0), Jws.header(signed, 0));
  }

  /** RFC 6979 A.2.6, SHA-384, "sample": no other vector here has a signature on P-384. */
  @Test
  void foreignKeyOnP384Verifies() {
    String x =
        "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64"
            + "DEF8F0EA9055866064A254515480BC13";
    String y =
        "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1"
            + "288B231C3AE0D4FE7344FD2533264720";
    byte[] signature =
        Bytes.hex(
                "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C"
                    + "81A648152E44ACF96E36DD1E80FABE46"
                    + "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94F"
                    + "A329C145786E679E7B82C71A38628AC8")
            .toArray();
    ObjectNode jwk = JsonNodeFactory.instance.objectNode().put("kty", "EC").put("crv", "P-384");
    jwk.put("x", Bytes.hex(x).base64Url()).put("y", Bytes.hex(y).base64Url());
    Verifier key = ForeignJwk.fromJson(jwk, "ES384").verifier();
    assertTrue(key.verify(Bytes.utf8("sample").toArray(), signature));
    assertFalse(key.verify(Bytes.utf8("Sample").toArray(), signature));
  }
}
