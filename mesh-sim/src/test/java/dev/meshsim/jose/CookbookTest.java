package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.MontgomeryCurve;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The examples of RFC 7520 and RFC 8037, with their intermediate values where given. */
class CookbookTest {

  private static JsonNode example(String name) {
    return Conformance.json(Conformance.data("jose-cookbook/" + name + ".json"));
  }

  private static Bytes octets(JsonNode base64Url) {
    return Bytes.base64Url(base64Url.asString());
  }

  private static ForeignJwk key(JsonNode input) {
    return ForeignJwk.fromJson(input.get("key"), input.get("alg").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jws/4_1.rsa_v15_signature",
        "jws/4_2.rsa-pss_signature",
        "jws/4_3.ecdsa_signature",
        "jws/4_4.hmac-sha2_integrity_protection",
        "jws/4_6.protecting_specific_header_fields",
        "curve25519/jws"
      })
  void signatures(String name) {
    JsonNode example = example(name);
    ForeignJwk key = key(example.get("input"));
    Bytes payload = Bytes.utf8(example.get("input").get("payload").asString());
    String[] forms = {"compact", "json", "json_flat"};
    for (String form : forms) {
      JsonNode text = example.get("output").get(form);
      if (text != null) {
        JsonWebSignature signed =
            text.isString() ? Jws.fromCompact(text.asString()) : Jws.fromJson(MeshJson.write(text));
        assertEquals(payload, signed.payload());
        Jws.verify(signed, 0, key);
        assertSigningInput(example.get("signing"), signed);
      }
    }
  }

  private static void assertSigningInput(JsonNode signing, JsonWebSignature signed) {
    Bytes header = signed.signatures().get(0).protectedHeader();
    assertEquals(octets(signing.get("protected_b64u")), header);
    byte[] input = SigningInput.of(header, signed.payload());
    assertEquals(signing.get("sig-input").asString(), Bytes.of(input).utf8());
  }

  @Test
  void ed25519MakesTheSameSignature() {
    JsonNode example = example("curve25519/jws");
    PrivateJwk key = PrivateJwk.fromJson(example.get("input").get("key"));
    byte[] input =
        example.get("signing").get("sig-input").asString().getBytes(StandardCharsets.UTF_8);
    byte[] signature = key.material().sign(input, null);
    assertEquals(octets(example.get("signing").get("sig")), Bytes.of(signature));
  }

  @Test
  void detachedContentCanBeVerified() {
    JsonNode example = example("jws/4_5.signature_with_detached_content");
    JsonWebSignature detached = Jws.fromCompact(example.get("output").get("compact").asString());
    Bytes payload = Bytes.utf8(example.get("input").get("payload").asString());
    ForeignJwk key = key(example.get("input"));
    Jws.verify(new JsonWebSignature(payload, detached.signatures()), 0, key);
    assertThrows(JoseException.BadSignature.class, () -> Jws.verify(detached, 0, key));
  }

  @Test
  void eachOfSeveralSignatures() {
    JsonNode example = example("jws/4_8.multiple_signatures");
    JsonWebSignature signed = Jws.fromJson(MeshJson.write(example.get("output").get("json")));
    assertEquals(3, signed.signatures().size());
    Jws.verify(signed, 0, several(example, 0));
    // The second signature has no protected header, so its algorithm is unprotected.
    assertThrows(JoseException.Malformed.class, () -> Jws.verify(signed, 1, several(example, 1)));
    Jws.verify(signed, 2, several(example, 2));
  }

  private static ForeignJwk several(JsonNode example, int index) {
    String alg = example.get("input").get("alg").get(index).asString();
    return ForeignJwk.fromJson(example.get("input").get("key").get(index), alg);
  }

  @Test
  void algorithmsThatAreNotProtectedAreRefused() {
    // RFC 7520 4.7 and 5.12 do not protect the algorithm; such headers are refused here.
    JsonNode signature = example("jws/4_7.protecting_content_only");
    JsonWebSignature signed = Jws.fromJson(MeshJson.write(signature.at("/output/json")));
    assertThrows(
        JoseException.Malformed.class, () -> Jws.verify(signed, 0, key(signature.get("input"))));
    JsonNode encryption = example("jwe/5_12.protecting_content_only");
    JsonWebEncryption message = Jwe.fromJson(MeshJson.write(encryption.at("/output/json")));
    assertThrows(
        JoseException.Malformed.class, () -> Jwe.decrypt(message, key(encryption.get("input"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jwe/5_2.key_encryption_using_rsa-oaep_with_aes-gcm",
        "jwe/5_4.key_agreement_with_key_wrapping_using_ecdh-es_and_aes-keywrap_with_aes-gcm",
        "jwe/5_5.key_agreement_using_ecdh-es_with_aes-cbc-hmac-sha2",
        "jwe/5_6.direct_encryption_using_aes-gcm",
        "jwe/5_7.key_wrap_using_aes-gcm_keywrap_with_aes-cbc-hmac-sha2",
        "jwe/5_8.key_wrap_using_aes-keywrap_with_aes-gcm",
        "jwe/5_10.including_additional_authentication_data",
        "jwe/5_11.protecting_specific_header_fields"
      })
  void encryption(String name) {
    JsonNode example = example(name);
    JsonNode input = example.get("input");
    ForeignJwk key =
        input.get("alg").asString().equals("dir")
            ? ForeignJwk.fromJson(input.get("key"))
            : key(input);
    int forms = 0;
    for (String form : new String[] {"compact", "json", "json_flat"}) {
      JsonNode text = example.get("output").get(form);
      if (text != null) {
        JsonWebEncryption message =
            text.isString() ? Jwe.fromCompact(text.asString()) : Jwe.fromJson(MeshJson.write(text));
        assertEquals(plaintext(input), Jwe.decrypt(message, key));
        assertContentKey(example, message, key);
        forms++;
      }
    }
    assertEquals(example.get("output").size(), forms);
  }

  private static SecretBytes plaintext(JsonNode input) {
    return SecretBytes.moveFrom(input.get("plaintext").asString().getBytes(StandardCharsets.UTF_8));
  }

  /** The content key is given either as generated or as agreed. */
  private static void assertContentKey(
      JsonNode example, JsonWebEncryption message, ForeignJwk key) {
    JsonNode given = example.at("/generated/cek");
    JsonNode expected = given.isString() ? given : example.at("/encrypting_key/cek");
    if (expected.isString()) {
      JweHeaders.Match match = JweHeaders.find(message, key).get(0).match();
      ContentEncryption content =
          ContentEncryption.named(match.header().get("enc").asString()).orElseThrow();
      byte[] found = key.opener().open(match.header(), match.encryptedKey(), content);
      assertEquals(octets(expected), Bytes.of(found));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, ECDH-ES+A256KW", "2, A256GCMKW"})
  void eachOfSeveralRecipients(int index, String alg) {
    JsonNode example = example("jwe/5_13.encrypting_to_multiple_recipients");
    JsonWebEncryption message = Jwe.fromJson(MeshJson.write(example.get("output").get("json")));
    ForeignJwk key = ForeignJwk.fromJson(example.get("input").get("key").get(index), alg);
    assertEquals(plaintext(example.get("input")), Jwe.decrypt(message, key));
  }

  @ParameterizedTest
  @CsvSource({
    "jwe/5_1.key_encryption_using_rsa_v15_and_aes-hmac-sha2, RSA1_5",
    "jwe/5_3.key_wrap_using_pbes2-aes-keywrap_with-aes-cbc-hmac-sha2, PBES2-HS512+A256KW"
  })
  void unsupportedAlgorithmsAreRefusedByName(String name, String alg) {
    JsonNode input = example(name).get("input");
    JsonNode key = input.has("key") ? input.get("key") : input;
    JoseException.UnsupportedAlgorithm e =
        assertThrows(JoseException.UnsupportedAlgorithm.class, () -> ForeignJwk.fromJson(key, alg));
    assertEquals("the algorithm \"" + alg + "\" is not supported", e.problem());
  }

  @Test
  void compressedContentIsRefused() {
    JsonNode example = example("jwe/5_9.compressed_content");
    JsonWebEncryption message = Jwe.fromCompact(example.get("output").get("compact").asString());
    ForeignJwk key = key(example.get("input"));
    assertThrows(JoseException.UnsupportedAlgorithm.class, () -> Jwe.decrypt(message, key));
  }

  @Test
  void x25519Decrypts() {
    // The intermediate values are of another run: the ephemeral "d" and "x" do not match.
    JsonNode example = example("curve25519/ecdh-es");
    JsonWebEncryption message = Jwe.fromCompact(example.get("output").get("compact").asString());
    assertEquals(plaintext(example.get("input")), Jwe.decrypt(message, key(example.get("input"))));
    JsonNode epk = example.at("/encrypting_key/epk");
    assertThrows(
        JoseException.BadKey.class, () -> MontgomeryCurve.X_25519.readPrivate(JwkMembers.of(epk)));
  }

  @ParameterizedTest
  @CsvSource({
    "3_1.ec_public_key, ES512",
    "3_2.ec_private_key, ES512",
    "3_3.rsa_public_key, RS256",
    "3_4.rsa_private_key, RS256",
    "3_5.symmetric_key_mac_computation, HS256",
    "3_6.symmetric_key_encryption, A256GCM"
  })
  void keys(String name, String alg) {
    JsonNode given = example("jwk/" + name);
    ForeignJwk key = ForeignJwk.fromJson(given, alg);
    assertEquals(given.get("kid").asString(), key.kid());
    assertEquals("ForeignJwk[" + alg + "]", key.toString());
  }

  @Test
  void theListOfExamplesIsComplete() throws IOException {
    Path folder = Conformance.data("jose-cookbook");
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(29, files.filter(file -> file.toString().endsWith(".json")).count());
    }
  }
}
