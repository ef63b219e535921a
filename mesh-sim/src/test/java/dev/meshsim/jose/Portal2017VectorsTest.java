package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.cipher.Hkdf;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Independent vectors for the {@code portal-2017} dialect. */
class Portal2017VectorsTest {

  @Test
  void theKeysFingerprintIsOverPkcs1() {
    PublicJwk key = key(vectors(), "RS512").publicJwk();
    Udf udf = Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.X509_KEYINFO, key.pkcs1());
    assertEquals(vectors().get("key_udf_150").asString(), udf.text());
    Udf plain = Udf.fingerprint(UdfFormat.PORTAL_FIXED, ContentTypes.X509_KEYINFO, key.pkcs1());
    assertEquals(vectors().get("key_udf_150_plain_truncation").asString(), plain.text());
  }

  @Test
  void theAuthenticatorIsTheFingerprintOfThePair() {
    JsonNode vector = vectors().get("authenticator");
    Udf code =
        Udf.authenticator(
            UdfFormat.PORTAL_2017,
            Udf.parse(vector.get("device").asString()),
            Udf.parse(vector.get("profile").asString()));
    assertEquals(vector.get("value").asString(), code.text());
  }

  @Test
  void theSignatureVerifiesAndIsReproduced() {
    JsonNode vectors = vectors();
    JsonNode vector = vectors.get("jws");
    JsonWebSignature signed = signature(vector);
    PrivateJwk key = key(vectors, "RS512");
    Jws2017.verify(signed, 0, key.publicJwk());
    String kid = Jws2017.kid(signed, 0);
    assertEquals(vectors.get("key_udf_150").asString(), kid);
    JsonWebSignature again =
        Jws2017.sign(signed.payload(), key, kid, World.seeded(1).stream("a", "b"));
    assertEquals(signed, again);
    JsonWebSignature altered =
        new JsonWebSignature(Bytes.utf8("{\"DeviceProfile\": {}}"), signed.signatures());
    assertThrows(
        JoseException.BadSignature.class, () -> Jws2017.verify(altered, 0, key.publicJwk()));
  }

  @Test
  void theMessageForAnRsaKeyDecrypts() {
    JsonNode vectors = vectors();
    JsonNode vector = vectors.get("jwe_rsa");
    JsonWebEncryption message = encryption(vector.get("jwe"));
    try (PrivateJwk key = key(vectors, "RSA-OAEP");
        SecretBytes text = Jwe2017.decrypt(message, vectors.get("key_udf_150").asString(), key)) {
      assertEquals(vector.get("plaintext").asString(), Bytes.of(text.expose()).utf8());
    }
  }

  @Test
  void theEscrowEntryDecryptsWithItsSecretOnly() {
    JsonNode vector = vectors().get("escrow");
    JsonWebEncryption message =
        encryption(vector.get("entry").get("OfflineEscrowEntry").get("EncryptedData"));
    String identifier = vector.get("identifier").asString();
    byte[] octets = Bytes.hex(vector.get("secret_hex").asString()).toArray();
    try (SecretBytes secret = SecretBytes.copyOf(octets);
        SecretBytes text = Jwe2017.decryptUnderSecret(message, secret, identifier)) {
      assertEquals(vector.get("plaintext").asString(), Bytes.of(text.expose()).utf8());
      assertEquals(
          vector.get("kek_hex").asString(),
          Bytes.of(
                  Hkdf.sha512(secret, Bytes.utf8(identifier).toArray(), message.iv().toArray(), 32)
                      .expose())
              .hex());
    }
    octets[0] ^= 1;
    assertThrows(
        JoseException.DecryptionFailed.class,
        () -> Jwe2017.decryptUnderSecret(message, SecretBytes.copyOf(octets), identifier));
  }

  private static JsonWebSignature signature(JsonNode json) {
    JsonNode only = json.get("signatures").get(0);
    return new JsonWebSignature(
        octets(json, "payload"),
        List.of(
            new Signature(
                octets(only, "protected"),
                (ObjectNode) only.get("header"),
                octets(only, "signature"))));
  }

  private static JsonWebEncryption encryption(JsonNode json) {
    JsonNode only = json.get("recipients").get(0);
    return new JsonWebEncryption(
        octets(json, "protected"),
        null,
        List.of(new WrappedKey((ObjectNode) only.get("Header"), octets(only, "encrypted_key"))),
        null,
        octets(json, "iv"),
        octets(json, "ciphertext"),
        Bytes.EMPTY);
  }

  private static PrivateJwk key(JsonNode vectors, String alg) {
    ObjectNode jwk = (ObjectNode) vectors.get("rsa").deepCopy();
    return PrivateJwk.fromJson(jwk.put("kty", "RSA").put("alg", alg));
  }

  private static Bytes octets(JsonNode json, String name) {
    return Bytes.base64Url(json.get(name).asString());
  }

  private static JsonNode vectors() {
    String directory = System.getenv("MESH_SIM_DATA");
    assumeTrue(directory != null, "MESH_SIM_DATA names no directory of vectors: skipped");
    try {
      return JsonMapper.shared()
          .readTree(Files.readString(Path.of(directory, "portal-2017-vectors.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
