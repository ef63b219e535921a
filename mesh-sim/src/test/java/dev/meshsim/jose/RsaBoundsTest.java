package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** RSA keys of other software have one of three sizes, two primes and an exponent in a range. */
class RsaBoundsTest {

  private static ObjectNode tree(PrivateJwk key) {
    return (ObjectNode) MeshJson.readTree(Bytes.of(key.toJson(null).expose()));
  }

  private static String base64(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(number)).base64Url();
  }

  @ParameterizedTest
  @CsvSource({
    "65537, true",
    "65535, false",
    "65538, false",
    "18446744073709551615, true",
    "18446744073709551617, false"
  })
  void exponentIsOddAndInItsRange(BigInteger exponent, boolean read) {
    ObjectNode members = TestKeys.of(KeySpec.RSA_2048_SIGN).publicJwk().toJson(null);
    members.put("e", base64(exponent));
    if (read) {
      assertEquals(KeySpec.RSA_2048_SIGN, PublicJwk.fromJson(members).spec());
    } else {
      JoseException e = assertThrows(JoseException.BadKey.class, () -> PublicJwk.fromJson(members));
      assertEquals(
          "the RSA public exponent is not an odd number from 65537 to 2^64 - 1", e.problem());
    }
  }

  @Test
  void foreignKeyOfMoreThanTwoPrimesIsRefused() {
    ObjectNode members = tree(TestKeys.of(KeySpec.RSA_2048_OAEP));
    assertEquals("RSA-OAEP-256", ForeignJwk.fromJson(members).alg());
    members.putArray("oth");
    JoseException e = assertThrows(JoseException.BadKey.class, () -> ForeignJwk.fromJson(members));
    assertEquals("the RSA key has more than two primes (\"oth\")", e.problem());
  }

  @Test
  void sizeOfTheModulusIsNamed() {
    SecretBytes der = TestKeys.of(KeySpec.RSA_2048_SIGN).pkcs8();
    JoseException own =
        assertThrows(
            JoseException.BadKey.class, () -> PrivateJwk.fromPkcs8(KeySpec.RSA_3072_SIGN, der));
    assertEquals("the RSA modulus has 2048 bits, not 3072", own.problem());
  }
}
