package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for signatures in {@code portal-2017}, and for those of 2016, which it reads. */
final class PortalSignatureVectors {

  private static final Dialect PORTAL = Dialect.PORTAL_2017;
  private static final String PAYLOAD = SignatureVectors.PAYLOAD;
  private static final String RSA = "SHA512withRSA";

  private final VectorFile file;
  private final PrivateJwk key;
  private final PrivateJwk other;
  private final String kid;
  private final String otherKid;
  private final ObjectNode group;
  private final RandomStream random;

  PortalSignatureVectors(VectorFile file, World world, VectorKeys keys) {
    this.random = world.stream("vectors", "portal signatures");
    this.file = file;
    this.key = keys.rsa("RS512");
    this.other = keys.otherRsa("RS512");
    this.kid = PORTAL.fingerprint(key.publicJwk()).text();
    this.otherKid = PORTAL.fingerprint(other.publicJwk()).text();
    this.group = SignatureVectors.group(file, PORTAL, List.of(key, other));
  }

  void fill() {
    test("as the reference wrote it in 2017", signed(), Flag.NORMAL)
        .put("payload", PAYLOAD)
        .valid();
    text("in its layout", JoseText.folded(JoseText.text(PORTAL, signed())), Flag.FOLDED_BASE64)
        .put("payload", PAYLOAD)
        .valid();
    raw(
            "another layout of the header",
            "{\"val\":\"" + digest(PAYLOAD) + "\",\"alg\":\"RS512\"}",
            Flag.NORMAL)
        .put("payload", PAYLOAD)
        .valid();
    ObjectNode both =
        JoseText.tree(
            PORTAL,
            PORTAL
                .signatures()
                .add(
                    PORTAL
                        .signatures()
                        .sign(Bytes.utf8(PAYLOAD), key, Udf.parse(kid), Map.of(), random),
                    other,
                    Udf.parse(otherKid),
                    Map.of(),
                    random));
    test("two signatures", both, Flag.SEVERAL).put("payload", PAYLOAD).valid();
    ObjectNode dig = signed();
    dig.putObject("unprotected").put("dig", "S256");
    test("another digest named where nothing protects it", dig, Flag.UNPROTECTED)
        .put("payload", PAYLOAD)
        .acceptable();
    altered();
    headers();
    flattened();
  }

  private void altered() {
    ObjectNode payload = signed().put("payload", JoseText.encoded(PAYLOAD.replace("RAAA", "RAAB")));
    test("payload changed", payload, Flag.ALTERED_PAYLOAD)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode signature = signed();
    JoseText.alter(JoseText.first(signature, "signatures"), "signature", 100);
    test("an octet changed", signature, Flag.ALTERED_SIGNATURE)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode header = signed();
    JoseText.first(header, "signatures")
        .put("protected", JoseText.encoded(header(digest("{}"), "RS512")));
    test("header changed", header.put("payload", JoseText.encoded("{}")), Flag.ALTERED_HEADER)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    raw("signed, with another payload's digest", header(digest("{}"), "RS512"), Flag.WRONG_DIGEST)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    raw(
            "signed, with half a digest",
            header(digest(PAYLOAD).substring(0, 43), "RS512"),
            Flag.WRONG_DIGEST)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode rfc = signed();
    ObjectNode only = JoseText.first(rfc, "signatures");
    String input = only.path("protected").stringValue() + "." + rfc.path("payload").stringValue();
    only.put("signature", VectorKeys.sign(key, RSA, Bytes.utf8(input).toArray()).base64Url());
    test("over header.payload as in RFC 7515", rfc, Flag.ENCODING)
        .invalid(JoseException.Code.BAD_SIGNATURE);
  }

  private void headers() {
    raw("alg RS256", header(digest(PAYLOAD), "RS256"), Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    raw("alg none", header(digest(PAYLOAD), "none"), Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    raw("no alg", "{\"val\":\"" + digest(PAYLOAD) + "\"}", Flag.WRONG_ALG)
        .invalid(JoseException.Code.MALFORMED);
    raw(
            "a critical extension",
            header(digest(PAYLOAD), "RS512").replace("}", ",\"crit\":[\"x\"]}"),
            Flag.CRITICAL)
        .invalid(JoseException.Code.UNSUPPORTED_ALGORITHM);
    kid("kid of the other key", otherKid, Flag.SWAPPED_KID)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    kid("kid of no key", "MAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", Flag.UNKNOWN_KID)
        .invalid("unknown-key");
    kid("kid that is no fingerprint", "alice", Flag.SYNTAX).invalid(UdfException.Code.SYNTAX);
    ObjectNode nameless = signed();
    JoseText.first(nameless, "signatures").remove("header");
    test("no kid", nameless, Flag.UNKNOWN_KID).invalid(JoseException.Code.MALFORMED);
    raw("a header that is not JSON", "RS512", Flag.ENCODING).invalid(JoseException.Code.MALFORMED);
  }

  private void flattened() {
    ObjectNode good = flat("{\"alg\":\"RS512\",\"kid\":\"" + kid + "\"}", PAYLOAD);
    test("of 2016", good, Flag.FLATTENED_2016).put("payload", PAYLOAD).acceptable();
    text(
            "of 2016, in its layout",
            JoseText.folded(JoseText.text(PORTAL, good)),
            Flag.FLATTENED_2016)
        .put("payload", PAYLOAD)
        .acceptable();
    ObjectNode changed = good.deepCopy().put("payload", JoseText.encoded("{}"));
    test("of 2016, payload changed", changed, Flag.FLATTENED_2016)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test(
            "of 2016, kid of the other key",
            flat("{\"alg\":\"RS512\",\"kid\":\"" + otherKid + "\"}", PAYLOAD),
            Flag.FLATTENED_2016)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test(
            "of 2016, alg RS256",
            flat("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", PAYLOAD),
            Flag.FLATTENED_2016)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    test("of 2016, no kid", flat("{\"alg\":\"RS512\"}", PAYLOAD), Flag.FLATTENED_2016)
        .invalid(JoseException.Code.MALFORMED);
  }

  private ObjectNode flat(String header, String payload) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    Bytes octets = Bytes.utf8(payload);
    return flat.put("header", JoseText.encoded(header))
        .put("payload", octets.base64Url())
        .put("signature", VectorKeys.sign(key, RSA, octets.toArray()).base64Url());
  }

  private VectorTest kid(String comment, String name, Flag flag) {
    ObjectNode jws = signed();
    JoseText.first(jws, "signatures").putObject("header").put("kid", name);
    return test(comment, jws, flag);
  }

  /** A good signature over a header that the library would not write. */
  private VectorTest raw(String comment, String header, Flag flag) {
    ObjectNode jws = signed();
    JoseText.first(jws, "signatures")
        .put("protected", JoseText.encoded(header))
        .put("signature", VectorKeys.sign(key, RSA, Bytes.utf8(header).toArray()).base64Url());
    return test(comment, jws, flag);
  }

  private ObjectNode signed() {
    return JoseText.tree(
        PORTAL,
        PORTAL.signatures().sign(Bytes.utf8(PAYLOAD), key, Udf.parse(kid), Map.of(), random));
  }

  private VectorTest test(String comment, ObjectNode jws, Flag flag) {
    return text(comment, JoseText.text(PORTAL, jws), flag);
  }

  private VectorTest text(String comment, String jws, Flag flag) {
    return file.test(group, comment, flag).put("jws", jws);
  }

  private static String header(String digest, String alg) {
    return "{\n  \"alg\": \"" + alg + "\",\n  \"val\": \"" + digest + "\"}";
  }

  private static String digest(String payload) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-512");
      return Bytes.of(sha.digest(Bytes.utf8(payload).toArray())).base64Url();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-512", e);
    }
  }
}
