package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for signatures in {@code mesh}: RFC 7515, general JSON serialization. */
final class SignatureVectors {

  static final String PAYLOAD = "{\"PasswordProfile\":{\"Identifier\":\"RAAA-AAAA\"}}";

  private static final Dialect MESH = Dialect.MESH;

  private final VectorFile file;
  private final VectorKeys keys;
  private final RandomStream random;

  private SignatureVectors(VectorFile file, World world, VectorKeys keys) {
    this.random = world.stream("vectors", "signatures");
    this.file = file;
    this.keys = keys;
  }

  static VectorFile make(World world, VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "signature",
            "SignatureTest",
            "A test gives the exact text of a signed object, jws, and the payload that it carries.",
            "The group's keys are those that are believed; the one with the signature's kid",
            "decides which algorithm it is. An object with several signatures is good if all of",
            "them are.");
    SignatureVectors vectors = new SignatureVectors(file, world, keys);
    vectors.general();
    for (KeySpec spec :
        new KeySpec[] {
          KeySpec.ED448, KeySpec.P256_SIGN, KeySpec.RSA_2048_SIGN, KeySpec.RSA_2048_PSS
        }) {
      vectors.algorithm(spec);
    }
    new PortalSignatureVectors(file, world, keys).fill();
    return file;
  }

  private void algorithm(KeySpec spec) {
    String alg = spec.algorithm().joseName();
    boolean isRsa = spec.label().startsWith("RSA");
    PrivateJwk key = isRsa ? keys.rsa(alg) : keys.make(spec, "signs");
    ObjectNode group = group(file, MESH, List.of(key));
    test(group, "", signed(key), Flag.NORMAL).put("payload", PAYLOAD).valid();
    test(group, "payload changed", payload(signed(key)), Flag.ALTERED_PAYLOAD)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    for (int place : new int[] {0, -1}) {
      ObjectNode jws = signed(key);
      JoseText.alter(JoseText.first(jws, "signatures"), "signature", place);
      test(group, "an octet changed", jws, Flag.ALTERED_SIGNATURE)
          .invalid(JoseException.Code.BAD_SIGNATURE);
    }
    ObjectNode shorter = signed(key);
    ObjectNode only = JoseText.first(shorter, "signatures");
    int octets = Bytes.base64Url(only.path("signature").stringValue()).length();
    only.put("signature", JoseText.cut(only.path("signature").stringValue(), octets - 1));
    test(group, "an octet short", shorter, Flag.TRUNCATED)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode zero = signed(key);
    JoseText.first(zero, "signatures").put("signature", Bytes.of(new byte[octets]).base64Url());
    test(group, "zeros", zero, Flag.ALTERED_SIGNATURE).invalid(JoseException.Code.BAD_SIGNATURE);
    if (spec == KeySpec.P256_SIGN) {
      ObjectNode der = signed(key);
      ObjectNode signature = JoseText.first(der, "signatures");
      signature.put("signature", der(signature.path("signature").stringValue()));
      test(group, "in DER", der, Flag.ENCODING).invalid(JoseException.Code.BAD_SIGNATURE);
    }
  }

  private void general() {
    PrivateJwk key = keys.make(KeySpec.ED25519, "signs");
    PrivateJwk other = keys.make(KeySpec.ED25519, "signs too");
    PrivateJwk stranger = keys.make(KeySpec.ED25519, "stranger");
    String kid = MESH.fingerprint(key.publicJwk()).text();
    String otherKid = MESH.fingerprint(other.publicJwk()).text();
    ObjectNode group = group(file, MESH, List.of(key, other));
    test(group, "", signed(key), Flag.NORMAL).put("payload", PAYLOAD).valid();
    ObjectNode both =
        JoseText.tree(
            MESH,
            MESH.signatures()
                .add(
                    MESH.signatures()
                        .sign(Bytes.utf8(PAYLOAD), key, Udf.parse(kid), Map.of(), random),
                    other,
                    Udf.parse(otherKid),
                    Map.of(),
                    random));
    test(group, "two signatures", both, Flag.SEVERAL).put("payload", PAYLOAD).valid();
    ObjectNode oneBad = both.deepCopy();
    JoseText.alter((ObjectNode) oneBad.path("signatures").path(1), "signature", 5);
    test(group, "the second of two is bad", oneBad, Flag.SEVERAL)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test(group, "payload changed", payload(signed(key)), Flag.ALTERED_PAYLOAD)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode altered = signed(key);
    JoseText.alter(JoseText.first(altered, "signatures"), "signature", 40);
    test(group, "an octet changed", altered, Flag.ALTERED_SIGNATURE)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test(group, "S plus the group's order", plusOrder(signed(key)), Flag.MALLEABLE)
        .invalid(JoseException.Code.BAD_SIGNATURE);

    header(group, "kid of the other key", signed(key), alg(otherKid), Flag.SWAPPED_KID)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test(group, "by a key that nobody believes", signed(stranger), Flag.UNKNOWN_KID)
        .invalid("unknown-key");
    header(group, "alg exchanged", signed(key), alg(kid).replace("EdDSA", "RS512"), Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    raw(group, "alg none, signed", key, alg(kid).replace("EdDSA", "none"), Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    raw(group, "alg HS512, signed", key, alg(kid).replace("EdDSA", "HS512"), Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    raw(group, "no alg", key, "{\"kid\":\"" + kid + "\"}", Flag.WRONG_ALG)
        .invalid(JoseException.Code.MALFORMED);
    String critical = alg(kid).replace("}", ",\"exp\":1,\"crit\":[\"exp\"]}");
    raw(group, "a critical extension", key, critical, Flag.CRITICAL)
        .invalid(JoseException.Code.UNSUPPORTED_ALGORITHM);
    String unencoded = alg(kid).replace("}", ",\"b64\":false}");
    raw(group, "a payload that is not encoded (RFC 7797)", key, unencoded, Flag.CRITICAL)
        .invalid(JoseException.Code.UNSUPPORTED_ALGORITHM);
    String twice = alg(kid).replace("}", ",\"kid\":\"" + kid + "\"}");
    raw(group, "kid twice in the header", key, twice, Flag.STRICT_JSON)
        .invalid(JsonException.Code.DUPLICATE_MEMBER);
    ObjectNode outside = signed(key);
    JoseText.first(outside, "signatures").putObject("header").put("alg", "EdDSA");
    test(group, "alg inside and outside", outside, Flag.UNPROTECTED)
        .invalid(JoseException.Code.MALFORMED);
    ObjectNode none = signed(key);
    none.putArray("signatures");
    test(group, "no signature", none, Flag.STRICT_JSON).invalid(JsonException.Code.SHAPE);
    ObjectNode padded = signed(key);
    padded.put("payload", padded.path("payload").stringValue() + "=");
    test(group, "padded base64url", padded, Flag.STRICT_JSON).invalid(JsonException.Code.SHAPE);
    file.test(group, "payload twice", Flag.STRICT_JSON)
        .put("jws", JoseText.text(MESH, signed(key)).replaceFirst("\\{", "{\"payload\":\"e30\","))
        .invalid(JsonException.Code.DUPLICATE_MEMBER);
    file.test(group, "raw line feeds in strings", Flag.FOLDED_BASE64)
        .put("jws", JoseText.folded(JoseText.text(MESH, signed(key))))
        .invalid(JsonException.Code.MALFORMED);
  }

  /** The two numbers of a signature as a DER SEQUENCE. */
  private static String der(String base64Url) {
    byte[] octets = Bytes.base64Url(base64Url).toArray();
    int half = octets.length / 2;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int from : new int[] {0, half}) {
      byte[] number =
          new BigInteger(1, Arrays.copyOfRange(octets, from, from + half)).toByteArray();
      body.write(2);
      body.write(number.length);
      body.writeBytes(number);
    }
    ByteArrayOutputStream sequence = new ByteArrayOutputStream();
    sequence.write(0x30);
    sequence.write(body.size());
    sequence.writeBytes(body.toByteArray());
    return Bytes.of(sequence.toByteArray()).base64Url();
  }

  private static String alg(String kid) {
    return "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}";
  }

  /** A valid signature beside another header than the one it signs. */
  private VectorTest header(
      ObjectNode group, String comment, ObjectNode jws, String header, Flag flag) {
    JoseText.first(jws, "signatures").put("protected", JoseText.encoded(header));
    return test(group, comment, jws, flag);
  }

  /** A valid signature over a header that must be refused. */
  private VectorTest raw(
      ObjectNode group, String comment, PrivateJwk key, String header, Flag flag) {
    ObjectNode jws = signed(key);
    String input = JoseText.encoded(header) + "." + jws.path("payload").stringValue();
    JoseText.first(jws, "signatures")
        .put("protected", JoseText.encoded(header))
        .put("signature", VectorKeys.sign(key, "Ed25519", Bytes.utf8(input).toArray()).base64Url());
    return test(group, comment, jws, flag);
  }

  /** RFC 8032 5.1.7: S must be under the order, or every signature has a second form. */
  private static ObjectNode plusOrder(ObjectNode jws) {
    ObjectNode only = JoseText.first(jws, "signatures");
    byte[] octets = Bytes.base64Url(only.path("signature").stringValue()).toArray();
    byte[] order =
        Bytes.hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").toArray();
    int carry = 0;
    for (int i = 0; i < order.length; i++) {
      int sum = (octets[32 + i] & 0xff) + (order[i] & 0xff) + carry;
      octets[32 + i] = (byte) sum;
      carry = sum >>> Byte.SIZE;
    }
    only.put("signature", Bytes.of(octets).base64Url());
    return jws;
  }

  private ObjectNode signed(PrivateJwk key) {
    Udf kid = MESH.fingerprint(key.publicJwk());
    return JoseText.tree(
        MESH, MESH.signatures().sign(Bytes.utf8(PAYLOAD), key, kid, Map.of(), random));
  }

  private static ObjectNode payload(ObjectNode jws) {
    return jws.put("payload", JoseText.encoded(PAYLOAD.replace("RAAA", "RAAB")));
  }

  private VectorTest test(ObjectNode group, String comment, ObjectNode jws, Flag flag) {
    return file.test(group, comment, flag).put("jws", JoseText.text(MESH, jws));
  }

  /** A group of tests with the trusted keys. */
  static ObjectNode group(VectorFile file, Dialect dialect, List<PrivateJwk> keys) {
    ObjectNode group = file.group(dialect);
    for (PrivateJwk key : keys) {
      String kid = dialect.fingerprint(key.publicJwk()).text();
      group.withArray("keys").add(key.publicJwk().toJson(kid));
    }
    return group;
  }
}
