package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Members that other software gives its keys: ignored and kept, or a contradiction. */
class ForeignMembersTest {

  private static ObjectNode pair(KeySpec spec) {
    return (ObjectNode) MeshJson.readTree(Bytes.of(TestKeys.of(spec).toJson(null).expose()));
  }

  private static ObjectNode with(ObjectNode key, String members) {
    ObjectNode changed = key.deepCopy();
    MeshJson.readTree(Bytes.utf8(members)).forEachEntry(changed::set);
    return changed;
  }

  private static String refused(ObjectNode key, boolean pair) {
    return assertThrows(
            JoseException.BadKey.class,
            () -> {
              if (pair) {
                PrivateJwk.fromJson(key).close();
              } else {
                PublicJwk.fromJson(key);
              }
            })
        .problem();
  }

  @ParameterizedTest
  @EnumSource
  void unknownMembersAreKept(KeySpec spec) {
    String members =
        "{\"ext\":true,\"x5t\":\"dGVzdA\",\"x5c\":[\"MA==\"],\"iat\":1.50,\"app\":{\"D\":null}}";
    PublicJwk read = PublicJwk.fromJson(with(TestKeys.of(spec).publicJwk().toJson("k"), members));
    assertEquals(TestKeys.of(spec).publicJwk(), read);
    assertEquals(with(TestKeys.of(spec).publicJwk().toJson("j"), members), read.toJson("j"));
    assertFalse(read.toString().contains("x5t"));
    try (PrivateJwk both = PrivateJwk.fromJson(with(pair(spec), members))) {
      assertEquals(TestKeys.of(spec).publicJwk(), both.publicJwk());
      assertEquals(
          with(pair(spec), members), MeshJson.readTree(Bytes.of(both.toJson(null).expose())));
      ObjectNode untyped = with(pair(spec).put("kid", "k"), members);
      untyped.remove(List.of("kty", "alg"));
      assertEquals(untyped, MeshJson.readTree(Bytes.of(both.toUntypedJson("k").expose())));
      assertEquals(TestKeys.of(spec).publicJwk().toJson(null), both.publicJwk().toJson(null));
    }
  }

  @Test
  void keyWithExtAndOperationsIsRead() {
    Bytes json =
        Bytes.utf8(
            "{\"kty\": \"OKP\", \"alg\": \"ECDH-ES+A256KW\", \"crv\": \"X25519\","
                + " \"x\": \"kA913hjkFb6c1ikIZmpIlrceXWbuhVvop2eGmQJn9k4\","
                + " \"d\": \"oLQL6zeghMC88NsEvTaVqPtFtHui4LtxCVu4u9m2cHo\","
                + " \"ext\": true, \"key_ops\": [\"deriveBits\"]}");
    try (PrivateJwk key = PrivateJwk.fromJson(json)) {
      assertEquals(KeySpec.X25519, key.spec());
    }
  }

  @Test
  void keptMembersCannotBeChanged() {
    ObjectNode given = with(TestKeys.of(KeySpec.X448).publicJwk().toJson(null), "{\"a\":{}}");
    PublicJwk key = PublicJwk.fromJson(given);
    ((ObjectNode) given.get("a")).put("b", 1);
    ((ObjectNode) key.toJson(null).get("a")).put("c", 1);
    assertEquals("{}", key.toJson(null).get("a").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ED25519|{\"use\":\"sig\",\"key_ops\":[\"sign\"]}",
        "ED25519|{\"key_ops\":[\"sign\",\"verify\",\"x-notarise\"]}",
        "P256_SIGN|{\"key_ops\":[\"sign\"]}",
        "P256_AGREE|{\"use\":\"enc\",\"key_ops\":[\"deriveKey\",\"deriveBits\"]}",
        "X448|{\"key_ops\":[\"deriveBits\"],\"ext\":false}",
        "RSA_2048_OAEP|{\"key_ops\":[\"unwrapKey\"]}",
        "RSA_2048_OAEP|{\"key_ops\":[\"decrypt\",\"encrypt\"]}",
        "RSA_2048_SIGN|{\"kid\":\"k\",\"use\":\"sig\"}"
      })
  void pairsForTheirUseAreRead(KeySpec spec, String members) {
    PrivateJwk.fromJson(with(pair(spec), members)).close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ED25519|{\"use\":\"enc\"}",
        "ED25519|{\"use\":\"sig\",\"key_ops\":[\"deriveBits\"]}",
        "ED25519|{\"key_ops\":[\"verify\"]}",
        "ED25519|{\"key_ops\":[]}",
        "ED25519|{\"key_ops\":\"sign\"}",
        "ED25519|{\"key_ops\":[\"sign\",\"sign\"]}",
        "ED25519|{\"key_ops\":[\"sign\",1]}",
        "ED25519|{\"key_ops\":null}",
        "ED25519|{\"kid\":1}",
        "ED25519|{\"use\":[\"sig\"]}",
        "ED25519|{\"alg\":null}",
        "ED25519|{\"alg\":\"ECDH-ES+A256KW\"}",
        "X25519|{\"use\":\"sig\"}",
        "X25519|{\"key_ops\":[\"sign\"]}",
        "X25519|{\"key_ops\":[]}",
        "X25519|{\"alg\":\"EdDSA\"}",
        "P256_AGREE|{\"key_ops\":[\"sign\",\"verify\"]}",
        "RSA_2048_OAEP|{\"key_ops\":[\"encrypt\",\"wrapKey\"]}",
        "RSA_2048_SIGN|{\"alg\":\"RSA-OAEP-256\",\"use\":\"sig\"}",
        "RSA_2048_SIGN|{\"oth\":[]}",
        "RSA_2048_OAEP|{\"oth\":[{\"r\":\"AQ\",\"d\":\"AQ\",\"t\":\"AQ\"}]}",
        "ED25519|{\"oth\":[]}",
        "ED25519|{\"p\":\"AQ\"}",
        "P256_SIGN|{\"k\":\"AQ\"}"
      })
  void pairsThatContradictThemselvesAreRefused(KeySpec spec, String members) {
    refused(with(pair(spec), members), true);
  }

  @Test
  void moreThanTwoPrimesAreNamed() {
    String problem = refused(with(pair(KeySpec.RSA_2048_SIGN), "{\"oth\":[]}"), true);
    assertTrue(problem.contains("more than two primes"), problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ED25519|{\"key_ops\":[\"verify\"]}",
        "ED25519|{\"key_ops\":[\"sign\"]}",
        "X25519|{\"key_ops\":[]}",
        "P256_AGREE|{\"key_ops\":[],\"ext\":true}",
        "X448|{\"key_ops\":[\"deriveBits\"]}",
        "RSA_2048_OAEP|{\"key_ops\":[\"encrypt\"]}"
      })
  void publicKeysForTheirUseAreRead(KeySpec spec, String members) {
    PublicJwk.fromJson(with(TestKeys.of(spec).publicJwk().toJson(null), members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ED25519|{\"key_ops\":[\"deriveBits\"]}",
        "ED25519|{\"key_ops\":[]}",
        "X25519|{\"key_ops\":[\"verify\"]}",
        "RSA_2048_OAEP|{\"key_ops\":[]}",
        "ED25519|{\"d\":\"AA\"}",
        "ED25519|{\"q\":\"AA\"}",
        "P256_SIGN|{\"d\":null}",
        "RSA_2048_SIGN|{\"qi\":\"AQ\"}",
        "RSA_2048_SIGN|{\"oth\":[]}",
        "X448|{\"k\":\"AA\"}"
      })
  void publicKeysThatContradictThemselvesAreRefused(KeySpec spec, String members) {
    refused(with(TestKeys.of(spec).publicJwk().toJson(null), members), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "ES256", "RS256", "PS512", "ECDH-ES", "RSA-OAEP", "HS256"})
  void typeOfForeignKeyIsChecked(String alg) {
    ObjectNode good = foreign(alg);
    ForeignJwk.fromJson(good, alg).close();
    for (String kty : List.of("\"RSA\"", "\"EC\"", "\"OKP\"", "\"oct\"", "\"ec\"", "5", "null")) {
      if (!kty.equals(good.get("kty").toString())) {
        ObjectNode bad = with(good, "{\"kty\":" + kty + "}");
        assertThrows(JoseException.BadKey.class, () -> ForeignJwk.fromJson(bad, alg), kty);
      }
    }
    ObjectNode none = good.deepCopy();
    none.remove("kty");
    assertThrows(JoseException.BadKey.class, () -> ForeignJwk.fromJson(none, alg));
  }

  /** A key for an algorithm, with an unknown member and without {@code alg}. */
  private static ObjectNode foreign(String alg) {
    KeySpec spec =
        switch (alg) {
          case "EdDSA" -> KeySpec.ED25519;
          case "ES256" -> KeySpec.P256_SIGN;
          case "ECDH-ES" -> KeySpec.P256_AGREE;
          default -> KeySpec.RSA_2048_SIGN;
        };
    ObjectNode key = pair(spec);
    if (alg.equals("HS256")) {
      key.removeAll();
      key.put("kty", "oct").put("k", Bytes.of(TestKeys.random().bytes(32)).base64Url());
    }
    key.remove("alg");
    return key.put("ext", true);
  }

  @Test
  void typeOfEphemeralKeyIsChecked() {
    PrivateJwk key = TestKeys.of(KeySpec.P256_AGREE);
    JsonWebEncryption good =
        Jwe.encrypt(
            TestKeys.secret("x"),
            List.of(new Jwe.Recipient("k", key.publicJwk())),
            TestKeys.random());
    ObjectNode epk = (ObjectNode) MeshJson.toTree(good).at("/recipients/0/header/epk");
    assertEquals(
        TestKeys.secret("x"), Jwe.decrypt(epk(good, with(epk, "{\"key_ops\":[]}")), "k", key));
    for (String change : List.of("{\"kty\":\"OKP\"}", "{\"kty\":5}", "{\"kty\":null}")) {
      assertThrows(
          JoseException.Malformed.class, () -> Jwe.decrypt(epk(good, with(epk, change)), "k", key));
    }
  }

  private static JsonWebEncryption epk(JsonWebEncryption message, ObjectNode epk) {
    var tree = MeshJson.toTree(message);
    ((ObjectNode) tree.at("/recipients/0/header")).set("epk", epk);
    return MeshJson.fromTree(tree, JsonWebEncryption.class);
  }

  @Test
  void doubledMembersAreRefused() {
    String json = pair(KeySpec.ED25519).toString();
    Bytes doubled = Bytes.utf8(json.replaceFirst("\\{", "{\"ext\":true,\"ext\":true,"));
    MeshException e = assertThrows(JsonException.class, () -> PrivateJwk.fromJson(doubled));
    assertTrue(e.problem().contains("ext"), e.problem());
  }
}
