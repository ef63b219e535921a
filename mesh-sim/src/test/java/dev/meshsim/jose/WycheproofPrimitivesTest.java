package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.Conformance.Case;
import dev.meshsim.jose.Conformance.Deviation;
import dev.meshsim.jose.cipher.AesGcm;
import dev.meshsim.jose.cipher.AesKeyWrap;
import dev.meshsim.jose.cipher.Hkdf;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.MontgomeryCurve;
import dev.meshsim.jose.key.MontgomeryKeys;
import dev.meshsim.jose.key.RsaKeys;
import dev.meshsim.jose.key.RsaUse;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Wycheproof's files for the primitives of JOSE, run on the classes that JOSE uses. */
class WycheproofPrimitivesTest {

  private static final String LONG_OR_SHORT_IV = "JOSE fixes the vector at 96 bits (RFC 7518 5.3)";
  private static final String CLAMPED =
      "RFC 7748 5 computes with any octets: a point of the twist or a number over the prime is safe";

  @Test
  void ed25519() {
    Conformance.wycheproof("ed25519_test.json", List.of(), WycheproofPrimitivesTest::eddsa);
  }

  @Test
  void ed448() {
    Conformance.wycheproof("ed448_test.json", List.of(), WycheproofPrimitivesTest::eddsa);
  }

  private static boolean eddsa(Case vector) {
    PublicJwk key = key(vector.group().get("publicKeyJwk"), "EdDSA");
    return key.material().verify(vector.hex("msg"), vector.hex("sig"));
  }

  @Test
  void ecdsa() {
    Conformance.wycheproof(
        "ecdsa_secp256r1_sha256_p1363_test.json",
        List.of(),
        vector -> {
          byte[] point =
              Bytes.hex(vector.group().get("publicKey").get("uncompressed").asString()).toArray();
          ObjectNode jwk = JsonNodeFactory.instance.objectNode();
          jwk.put("kty", "EC").put("alg", "ES256").put("crv", "P-256");
          jwk.put("x", Bytes.of(point, 1, 33).base64Url());
          jwk.put("y", Bytes.of(point, 33, 65).base64Url());
          return PublicJwk.fromJson(jwk).material().verify(vector.hex("msg"), vector.hex("sig"));
        });
  }

  @Test
  void x25519() {
    Conformance.wycheproof("x25519_test.json", agreement(), vector -> xdh(vector, "X25519"));
  }

  @Test
  void x448() {
    Conformance.wycheproof("x448_test.json", agreement(), vector -> xdh(vector, "X448"));
  }

  private static List<Deviation> agreement() {
    return List.of(
        new Deviation(
            CLAMPED,
            vector -> vector.result().equals("acceptable") && !vector.flagged("ZeroSharedSecret")));
  }

  private static boolean xdh(Case vector, String crv) {
    MontgomeryCurve curve = crv.equals("X25519") ? MontgomeryCurve.X_25519 : MontgomeryCurve.X_448;
    ObjectNode epk = JsonNodeFactory.instance.objectNode();
    epk.put("kty", "OKP").put("crv", crv).put("x", Bytes.of(vector.hex("public")).base64Url());
    byte[] shared =
        new MontgomeryKeys.Private(curve, vector.hex("private")).agree(JwkMembers.of(epk));
    return Arrays.equals(shared, vector.hex("shared"));
  }

  @Test
  void rsaPkcs1() {
    Conformance.wycheproof(
        "rsa_signature_2048_sha512_test.json",
        List.of(
            Deviation.flag(
                "RFC 8017 A.2.4: a digest without NULL parameters counts", "MissingNull"),
            Deviation.flag("a public exponent of 3 is refused as too small", "SmallPublicKey")),
        vector ->
            key(vector.group().get("keyJwk"), "RS512")
                .material()
                .verify(vector.hex("msg"), vector.hex("sig")));
  }

  @Test
  void rsaPssOfOtherParameters() {
    Conformance.wycheproof(
        "rsa_pss_2048_sha512_mgf1sha256_32_params_test.json",
        List.of(
            new Deviation(
                "MGF1 with SHA-256 and 32 octets of salt is not PS512 (RFC 7518 3.5): all refused",
                vector -> vector.result().equals("valid"))),
        vector -> {
          JsonNode key = vector.group().get("publicKey");
          return new RsaKeys.Public(
                  RsaUse.PS512, number(key, "modulus"), number(key, "publicExponent"))
              .verify(vector.hex("msg"), vector.hex("sig"));
        });
  }

  @Test
  void rsaOaep() {
    Conformance.wycheproof(
        "rsa_oaep_2048_sha256_mgf1sha256_test.json",
        List.of(Deviation.flag("JOSE has no label (RFC 7518 4.3)", "EncryptionWithLabel")),
        vector -> {
          PrivateJwk key =
              PrivateJwk.fromPkcs8(
                  KeySpec.RSA_2048_OAEP,
                  SecretBytes.moveFrom(
                      Bytes.hex(vector.group().get("privateKeyPkcs8").asString()).toArray()));
          return Arrays.equals(key.material().decryptKey(vector.hex("ct")), vector.hex("msg"));
        });
  }

  @Test
  void aesGcm() {
    Conformance.wycheproof(
        "aes_gcm_test.json",
        List.of(
            new Deviation(
                LONG_OR_SHORT_IV,
                vector ->
                    vector.result().equals("valid") && vector.group().get("ivSize").asInt() != 96)),
        vector -> {
          byte[] clear =
              Decryption.run(
                  () ->
                      AesGcm.decrypt(
                          vector.hex("key"),
                          vector.hex("iv"),
                          vector.hex("aad"),
                          vector.hex("ct"),
                          vector.hex("tag")));
          return Arrays.equals(clear, vector.hex("msg"));
        });
  }

  @Test
  void aesKeyWrap() {
    Conformance.wycheproof(
        "aes_wrap_test.json",
        List.of(),
        vector ->
            Arrays.equals(
                Decryption.run(() -> AesKeyWrap.unwrap(vector.hex("key"), vector.hex("ct"))),
                vector.hex("msg")));
  }

  @Test
  void hkdf() {
    Conformance.wycheproof(
        "hkdf_sha512_test.json",
        List.of(),
        vector -> {
          int size = vector.test().get("size").asInt();
          SecretBytes okm = SecretBytes.moveFrom(vector.hex("okm"));
          SecretBytes ikm = SecretBytes.moveFrom(vector.hex("ikm"));
          try {
            return Hkdf.sha512(ikm, vector.hex("salt"), vector.hex("info"), size).equals(okm);
          } catch (IllegalArgumentException e) {
            return false;
          }
        });
  }

  private static PublicJwk key(JsonNode members, String alg) {
    ObjectNode jwk = (ObjectNode) members.deepCopy();
    jwk.put("alg", alg);
    return PublicJwk.fromJson(jwk);
  }

  private static BigInteger number(JsonNode key, String member) {
    return new BigInteger(key.get(member).asString(), 16);
  }
}
