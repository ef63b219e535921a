package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The private numbers of EC keys: from 1 to the order of the group - 1. */
class EcScalarsTest {

  @ParameterizedTest
  @CsvSource({
    "0",
    "1",
    "115792089210356248762697446949407573529996955224135760342422259061068512044369"
  })
  void scalarsOutOfRangeAreRefused(BigInteger scalar) {
    // 0 and the order are out of range; 1 is in range but not of this pair.
    ObjectNode members =
        (ObjectNode)
            MeshJson.readTree(Bytes.of(TestKeys.of(KeySpec.P256_SIGN).toJson(null).expose()));
    byte[] octets = new byte[32];
    byte[] given = scalar.toByteArray();
    int from = given.length > 32 ? 1 : 0;
    System.arraycopy(given, from, octets, 32 - given.length + from, given.length - from);
    members.put("d", Bytes.of(octets).base64Url());
    assertThrows(JoseException.BadKey.class, () -> PrivateJwk.fromJson(members));
  }

  @Test
  void scalarsInPkcs8AreReadUpToTheOrder() throws IOException {
    BigInteger order = SECNamedCurves.getByName("secp256r1").getN();
    BigInteger one = BigInteger.ONE;
    for (BigInteger scalar : List.of(one, order.subtract(one))) {
      PrivateJwk key = PrivateJwk.fromPkcs8(KeySpec.P256_SIGN, pkcs8(scalar));
      byte[] octets = key.material().privateMembers().get("d");
      assertEquals(32, octets.length);
      assertEquals(scalar, new BigInteger(1, octets));
    }
    for (BigInteger scalar : List.of(BigInteger.ZERO, order, one.shiftLeft(256).add(one))) {
      SecretBytes der = pkcs8(scalar);
      JoseException e =
          assertThrows(
              JoseException.BadKey.class, () -> PrivateJwk.fromPkcs8(KeySpec.P256_SIGN, der));
      assertEquals("the private number of the P-256 key is out of range", e.problem());
    }
  }

  private static SecretBytes pkcs8(BigInteger scalar) throws IOException {
    AlgorithmIdentifier curve =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    return SecretBytes.moveFrom(
        new PrivateKeyInfo(curve, new ECPrivateKey(264, scalar)).getEncoded());
  }
}
