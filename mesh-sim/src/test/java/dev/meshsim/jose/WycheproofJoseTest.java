package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.Conformance.Case;
import dev.meshsim.jose.Conformance.Deviation;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Wycheproof's two JOSE files, with a reason for every deviation. */
class WycheproofJoseTest {

  private static final List<Deviation> SIGNATURES =
      List.of(
          Deviation.at("the key is for PS256, the header says PS384: the key decides", 346, 350),
          Deviation.at("the key says alg \"ES521\", which no RFC defines", 347, 351),
          Deviation.at(
              "octet for octet vector 357, which is valid: the padding was lost", 367, 370),
          Deviation.at("a character outside base64url stands in the header or payload", 372, 373));

  private static final List<Deviation> ENCRYPTION =
      List.of(
          new Deviation(
              "RSA1_5 is left out: its padding answers who sends variants (RFC 8017 7.2)",
              vector ->
                  vector.result().equals("valid")
                      && vector.group().get("private").get("alg").asString().equals("RSA1_5")),
          Deviation.flag(
              "zip is left out: compression leaks lengths and unpacks without bound",
              "CompressedPlaintext"));

  @Test
  void signatures() {
    Conformance.wycheproof(
        "json_web_signature_test.json", SIGNATURES, WycheproofJoseTest::verifies);
  }

  @Test
  void encryption() {
    Conformance.wycheproof("json_web_encryption_test.json", ENCRYPTION, WycheproofJoseTest::opens);
  }

  private static boolean verifies(Case vector) {
    JsonNode group = vector.group();
    ForeignJwk key =
        ForeignJwk.fromJson(group.has("public") ? group.get("public") : group.get("private"));
    JsonWebSignature signed = Jws.fromCompact(vector.test().get("jws").asString());
    Jws.verify(signed, 0, key);
    return true;
  }

  private static boolean opens(Case vector) {
    ForeignJwk key = ForeignJwk.fromJson(vector.group().get("private"));
    JsonWebEncryption message = Jwe.fromCompact(vector.test().get("jwe").asString());
    SecretBytes plaintext = Jwe.decrypt(message, key);
    JsonNode expected = vector.test().get("pt");
    return expected == null
        || plaintext.equals(SecretBytes.moveFrom(Bytes.hex(expected.asString()).toArray()));
  }
}
