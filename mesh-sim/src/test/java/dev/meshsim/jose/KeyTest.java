package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Keys as JWK and in DER, and the keys that are refused. */
class KeyTest {

  @ParameterizedTest
  @EnumSource
  void keysAreReadBackFromEveryForm(KeySpec spec) {
    PrivateJwk key = TestKeys.of(spec);
    assertEquals(spec, key.spec());
    PublicJwk read = PublicJwk.fromJson(key.publicJwk().toJson("k"));
    assertEquals(key.publicJwk(), read);
    assertEquals(key.publicJwk().hashCode(), read.hashCode());
    for (PrivateJwk back :
        new PrivateJwk[] {
          PrivateJwk.fromJson(key.toJson("k")), PrivateJwk.fromPkcs8(spec, key.pkcs8())
        }) {
      assertEquals(key.publicJwk(), back.publicJwk());
      assertEquals(key.toJson(null), back.toJson(null));
      assertEquals(key.pkcs8(), back.pkcs8());
    }
  }

  @Test
  void aBareSignatureIsOfOneMessage() {
    PrivateJwk key = TestKeys.of(KeySpec.ED25519);
    Bytes message = Bytes.utf8("message");
    Bytes signature = key.signature(message, World.seeded(1).stream("test", "signature"));
    assertEquals(64, signature.length());
    assertTrue(key.publicJwk().verifies(message, signature));
    assertFalse(key.publicJwk().verifies(Bytes.utf8("another"), signature));
  }

  /** Its public part is that of the original, not derived again; its secret is its own. */
  @ParameterizedTest
  @EnumSource
  void aCopyIsClearedByItself(KeySpec spec) {
    PrivateJwk key = TestKeys.of(spec);
    PrivateJwk copy = key.copy();
    assertSame(key.material().publicMaterial(), copy.material().publicMaterial());
    assertEquals(key.toJson(null), copy.toJson(null));
    PrivateJwk second = copy.copy();
    copy.close();
    assertThrows(IllegalStateException.class, copy::copy);
    assertEquals(key.pkcs8(), second.pkcs8());
    second.close();
    assertEquals(key.pkcs8(), key.copy().pkcs8());
  }

  @ParameterizedTest
  @EnumSource
  void thePlatformReadsTheDer(KeySpec spec) throws Exception {
    PrivateJwk key = TestKeys.of(spec);
    KeyFactory factory = KeyFactory.getInstance(platformName(spec));
    Bytes spki = key.publicJwk().spki();
    assertEquals(
        spki,
        Bytes.of(factory.generatePublic(new X509EncodedKeySpec(spki.toArray())).getEncoded()));
    byte[] der = key.pkcs8().expose();
    factory.generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static String platformName(KeySpec spec) {
    return switch (spec) {
      case ED25519, ED448 -> "EdDSA";
      case X25519, X448 -> "XDH";
      case P256_SIGN, P256_AGREE -> "EC";
      default -> "RSA";
    };
  }

  @Test
  void membersAreWrittenInAFixedOrder() {
    ObjectNode okp = TestKeys.of(KeySpec.ED25519).publicJwk().toJson("k");
    assertEquals("[kty, alg, kid, crv, x]", okp.propertyNames().toString());
    ObjectNode ec = TestKeys.of(KeySpec.P256_AGREE).publicJwk().toJson(null);
    assertEquals("[kty, alg, crv, x, y]", ec.propertyNames().toString());
    byte[] rsa = TestKeys.of(KeySpec.RSA_2048_SIGN).toJson("k").expose();
    assertEquals(
        "[kty, alg, kid, n, e, d, p, q, dp, dq, qi]",
        MeshJson.readTree(Bytes.of(rsa)).propertyNames().toString());
  }

  @Test
  void keysOfAnotherUseAreNotEqual() {
    PublicJwk signing = TestKeys.of(KeySpec.P256_SIGN).publicJwk();
    ObjectNode members = signing.toJson(null).put("alg", "ECDH-ES+A256KW");
    PublicJwk agreeing = PublicJwk.fromJson(members);
    assertEquals(signing.spki(), agreeing.spki());
    assertNotEquals(signing, agreeing);
    assertEquals(KeySpec.P256_AGREE, agreeing.spec());
    ObjectNode unnamed = TestKeys.of(KeySpec.X448).publicJwk().toJson(null);
    unnamed.remove("alg");
    assertEquals(KeySpec.X448, PublicJwk.fromJson(unnamed).spec());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ED25519|d|AAAA|private",
        "ED25519|k|AAAA|member \"k\"",
        "ED25519|use|enc|use \"enc\"",
        "ED25519|kty|EC|no supported key",
        "ED25519|crv|Ed448|57",
        "ED25519|crv|X25519|no supported key",
        "ED25519|alg|ES256|no supported key",
        "ED25519|x|AAAA|32",
        "ED25519|x|AAA=|base64url",
        // The neutral element, an encoding not less than the prime, and a point off the curve.
        "ED25519|x|AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|not on the curve",
        "ED25519|x|7v_______________________________________38|not on the curve",
        "ED25519|x|AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|not on the curve",
        "X25519|x|AAAA|32",
        "P256_SIGN|x|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|not on the curve",
        "P256_SIGN|y|_____wAAAAEAAAAAAAAAAAAAAAD_______________8|not on the curve",
        "P256_SIGN|crv|P-384|no supported key",
        "P256_SIGN|x|AAAA|32",
        "RSA_2048_SIGN|e|Aw|exponent",
        "RSA_2048_SIGN|e|AQAA|exponent",
        "RSA_2048_SIGN|e|AAEAAQ|shortest",
        "RSA_2048_SIGN|n|AQAB|no supported key",
        "RSA_2048_SIGN|alg|RS256|no supported key",
        "RSA_2048_SIGN|alg|RSA1_5|no supported key",
      })
  void badPublicKeysAreRefused(KeySpec spec, String member, String value, String said) {
    ObjectNode members = TestKeys.of(spec).publicJwk().toJson("k").put(member, value);
    JoseException.BadKey e =
        assertThrows(JoseException.BadKey.class, () -> PublicJwk.fromJson(members));
    assertTrue(e.getMessage().contains(said), e.getMessage());
    assertEquals("jose.bad-key", e.code());
  }

  @Test
  void kindsOfKeysThatAreReadAreListed() {
    ObjectNode members = TestKeys.of(KeySpec.ED25519).publicJwk().toJson(null).put("kty", "AKP");
    JoseException e = assertThrows(JoseException.BadKey.class, () -> PublicJwk.fromJson(members));
    for (KeySpec spec : KeySpec.values()) {
      assertTrue(e.hint().contains(spec.label()), e.hint());
    }
  }

  @Test
  void publicKeysAreShownAsTheirNumbers() {
    PublicJwk key = TestKeys.of(KeySpec.ED25519).publicJwk();
    assertEquals("PublicJwk[" + key.toJson(null) + "]", key.toString());
  }

  @Test
  void anEvenModulusIsRefused() {
    ObjectNode members = TestKeys.of(KeySpec.RSA_2048_SIGN).publicJwk().toJson(null);
    BigInteger even = BigInteger.ONE.shiftLeft(2047);
    byte[] octets = even.toByteArray();
    members.put("n", Bytes.of(octets, 1, octets.length).base64Url());
    JoseException.BadKey e =
        assertThrows(JoseException.BadKey.class, () -> PublicJwk.fromJson(members));
    assertTrue(e.problem().contains("even"), e.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, d",
    "ED448, d",
    "X25519, d",
    "X448, d",
    "P256_SIGN, d",
    "RSA_2048_SIGN, d",
    "RSA_2048_SIGN, p",
    "RSA_2048_SIGN, q",
    "RSA_2048_SIGN, dp",
    "RSA_2048_SIGN, dq",
    "RSA_2048_SIGN, qi",
    "RSA_2048_SIGN, n",
    "P256_AGREE, x"
  })
  void partsOfTwoKeysAreRefused(KeySpec spec, String member) {
    ObjectNode mixed = tree(TestKeys.of(spec));
    mixed.put(member, tree(TestKeys.of(spec, "mallory-laptop")).get(member).asString());
    JoseException.BadKey e =
        assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromJson(mixed));
    assertFalse(e.getMessage().contains(mixed.get(member).asString()), e.getMessage());
    mixed.remove(member);
    assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromJson(mixed));
  }

  @Test
  void anotherPublicExponentIsRefused() {
    ObjectNode members = tree(TestKeys.of(KeySpec.RSA_2048_SIGN)).put("e", "AQAD");
    assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromJson(members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"use\":\"enc\"}",
        "{\"key_ops\":[\"encrypt\"]}",
        "{\"alg\":\"HS384\"}",
        "{\"k\":\"c2hvcnQ\"}",
        "{\"kty\":\"RSA\"}"
      })
  void foreignKeysOfAnotherUseAreRefused(String change) {
    Bytes k = Bytes.of(TestKeys.random().bytes(32));
    ObjectNode members =
        TestKeys.of(KeySpec.X25519).publicJwk().toJson("k").objectNode().put("kty", "oct");
    members.put("k", k.base64Url()).put("use", "sig").putArray("key_ops").add("verify");
    assertEquals("HS256", ForeignJwk.fromJson(members, "HS256").alg());
    ObjectNode changed = members.deepCopy();
    MeshJson.readTree(Bytes.utf8(change)).forEachEntry(changed::set);
    assertThrows(JoseException.BadKey.class, () -> ForeignJwk.fromJson(changed, "HS256"));
  }

  private static ObjectNode tree(PrivateJwk key) {
    byte[] json = key.toJson(null).expose();
    return (ObjectNode) MeshJson.readTree(Bytes.of(json));
  }

  @ParameterizedTest
  @EnumSource
  void pkcs8OfAnotherKindIsRefused(KeySpec spec) {
    KeySpec other = spec == KeySpec.X448 ? KeySpec.ED448 : KeySpec.X448;
    SecretBytes der = TestKeys.of(other).pkcs8();
    assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromPkcs8(spec, der));
    byte[] octets = TestKeys.of(spec).pkcs8().expose();
    for (int length : new int[] {0, 1, octets.length / 2, octets.length - 1}) {
      SecretBytes cut = SecretBytes.copyOf(Arrays.copyOf(octets, length));
      assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromPkcs8(spec, cut));
    }
  }

  @Test
  void anRsaKeyOfAnotherSizeIsRefused() {
    SecretBytes der = TestKeys.of(KeySpec.RSA_2048_SIGN).pkcs8();
    assertThrows(
        JoseException.BadKey.class, () -> PrivateJwk.fromPkcs8(KeySpec.RSA_3072_SIGN, der));
  }

  @ParameterizedTest
  @EnumSource
  void nothingSecretIsPrinted(KeySpec spec) {
    PrivateJwk key = TestKeys.of(spec);
    String d = tree(key).get("d").asString();
    assertEquals("PrivateJwk[" + spec.label() + "]", key.toString());
    assertFalse(key.publicJwk().toString().contains(d));
    assertFalse(key.material().toString().contains(d));
    assertTrue(key.toJson(null).toString().startsWith("SecretBytes["));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "X25519", "P256_SIGN", "RSA_2048_SIGN"})
  void aClearedKeyCannotBeUsed(KeySpec spec) {
    PrivateJwk key = TestKeys.of(spec);
    PrivateMaterial material = key.material();
    SecretBytes before = key.toJson(null);
    key.close();
    key.close();
    assertThrows(IllegalStateException.class, () -> key.toJson(null));
    assertThrows(IllegalStateException.class, key::pkcs8);
    if (spec != KeySpec.RSA_2048_SIGN) {
      byte[] d = material.privateMembers().get("d");
      assertArrayEquals(new byte[d.length], d);
    }
    assertEquals(before, TestKeys.of(spec).toJson(null));
  }

  @Test
  void keysAreGeneratedInTheRealWorld() {
    RandomStream random = World.system().stream("m", "p");
    PrivateJwk one = PrivateJwk.generate(KeySpec.RSA_2048_OAEP, random);
    PrivateJwk two = PrivateJwk.generate(KeySpec.RSA_2048_OAEP, random);
    assertNotEquals(one.publicJwk(), two.publicJwk());
  }
}
