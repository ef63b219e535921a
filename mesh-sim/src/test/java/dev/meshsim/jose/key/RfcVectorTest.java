package dev.meshsim.jose.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.cipher.ConcatKdf;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples of the RFCs for algorithms that the other vectors do not cover. */
class RfcVectorTest {

  private static byte[] hex(String digits) {
    return Bytes.hex(digits).toArray();
  }

  /** RFC 8032 7.4, "Blank" and "1 octet". */
  @Test
  void ed448Signs() {
    String secret =
        "6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3"
            + "528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b";
    EdwardsKeys.Private key = new EdwardsKeys.Private(EdwardsCurve.ED448, hex(secret));
    assertEquals(
        "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778"
            + "edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180",
        Bytes.of(key.publicMaterial().encoded()).hex());
    assertEquals(
        "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f"
            + "2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a"
            + "9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4db"
            + "b61149f05a7363268c71d95808ff2e652600",
        Bytes.of(key.sign(new byte[0], World.seeded(1).stream("m", "p"))).hex());
  }

  /** RFC 7748 6.2. */
  @Test
  void x448Agrees() {
    MontgomeryKeys.Private alice =
        new MontgomeryKeys.Private(
            MontgomeryCurve.X_448,
            hex(
                "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28d"
                    + "d9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b"));
    String bob =
        "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b430"
            + "27d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609";
    ObjectNode epk = JsonNodeFactory.instance.objectNode();
    epk.put("kty", "OKP").put("crv", "X448").put("x", Bytes.hex(bob).base64Url());
    assertEquals(
        "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c"
            + "22c5d9bbc836647241d953d40c5b12da88120d53177f80e532c41fa0",
        Bytes.of(alice.publicMaterial().encoded()).hex());
    assertEquals(
        "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282b"
            + "b60c0b56fd2464c335543936521c24403085d59a449a5037514a879d",
        Bytes.of(alice.agree(JwkMembers.of(epk))).hex());
  }

  /** RFC 6979 A.2.5, SHA-256, "sample". */
  @Test
  void p256SignsWithADerivedNonce() {
    String x = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    String y = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    String d = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    ObjectNode jwk = JsonNodeFactory.instance.objectNode().put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("x", Bytes.hex(x).base64Url());
    jwk.put("y", Bytes.hex(y).base64Url());
    jwk.put("d", Bytes.hex(d).base64Url());
    PrivateMaterial key = EcCurve.P_256.readPrivate(JwkMembers.of(jwk));
    byte[] signature =
        key.sign("sample".getBytes(StandardCharsets.UTF_8), World.seeded(1).stream("m", "p"));
    assertEquals(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        Bytes.of(signature).hex());
  }

  /** RFC 7518 appendix C. */
  @Test
  void concatKdfMatchesRfc7518() {
    int[] shared = {
      158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163,
      218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196
    };
    byte[] octets = new byte[shared.length];
    for (int i = 0; i < shared.length; i++) {
      octets[i] = (byte) shared[i];
    }
    byte[] apu = "Alice".getBytes(StandardCharsets.UTF_8);
    byte[] apv = "Bob".getBytes(StandardCharsets.UTF_8);
    byte[] key = ConcatKdf.derive(octets, "A128GCM", apu, apv, 16);
    assertEquals("VqqN6vgjbSBcIijNcacQGg", Bytes.of(key).base64Url());
  }
}
