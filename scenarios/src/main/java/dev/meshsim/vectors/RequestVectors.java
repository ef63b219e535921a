package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.protocol.EnvelopeException;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for signed requests: an envelope of one request for one account of one portal. */
final class RequestVectors {

  private static final String ACCOUNT = "alice@example.com";
  private static final String PORTAL = "example.com";
  private static final String CHALLENGE = "UGgp-0yQ7nKp3Yk1";
  private static final Instant ISSUED = Instant.parse("2019-04-04T00:00:01Z");
  private static final String REQUEST = "{\"DeleteAccount\":{\"Account\":\"alice@example.com\"}}";
  private static final RequestClaims CLAIMS =
      new RequestClaims(ACCOUNT, PORTAL, CHALLENGE, ISSUED, "bm9uY2U");

  private static final EnvelopeException.Code BAD = EnvelopeException.Code.BAD_ENVELOPE;

  private final VectorFile file;
  private final Dialect dialect;
  private final RandomStream random;
  private final PrivateJwk key;
  private final PrivateJwk stranger;
  private final ObjectNode group;

  private RequestVectors(VectorFile file, Dialect dialect, World world, VectorKeys keys) {
    this.file = file;
    this.dialect = dialect;
    this.random = world.stream("vectors", "requests " + dialect.label());
    boolean mesh = dialect == Dialect.MESH;
    this.key = mesh ? keys.make(KeySpec.ED25519, "requests") : keys.rsa("RS512");
    this.stranger = mesh ? keys.make(KeySpec.ED25519, "demands") : keys.otherRsa("RS512");
    this.group = SignatureVectors.group(file, dialect, List.of(key));
    group.put("account", ACCOUNT).put("portal", PORTAL).put("challenge", CHALLENGE);
  }

  static VectorFile make(World world, VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "request",
            "RequestTest",
            "A test gives the exact text of an envelope, and the request that it carries. A group",
            "gives the keys that may sign for the account, the portal that reads the request, and",
            "the challenge of that portal's Hello. The protected header has typ",
            "mesh-request+jws and the claims: sub is the account, aud the portal, challenge,",
            "iat the time in milliseconds, jti a number used once. Check the form first, then the",
            "claims, the key and the signature. That a jti is new and iat recent is not tested.");
    for (Dialect dialect : Dialect.values()) {
      RequestVectors vectors = new RequestVectors(file, dialect, world, keys);
      vectors.common();
      if (dialect == Dialect.MESH) {
        vectors.headers();
        vectors.forms();
      }
    }
    return file;
  }

  private VectorTest test(String comment, String envelope, Flag flag) {
    return file.test(group, comment, flag).put("envelope", envelope);
  }

  private String sealed(String request, RequestClaims claims, PrivateJwk signer) {
    return RequestEnvelope.seal(
            dialect,
            Bytes.utf8(request),
            claims,
            new RequestEnvelope.Signer(dialect.fingerprint(signer.publicJwk()), signer, random))
        .utf8();
  }

  private String sealed() {
    return sealed(REQUEST, CLAIMS, key);
  }

  private ObjectNode tree() {
    return (ObjectNode) dialect.json().readTree(Bytes.utf8(sealed())).path(RequestEnvelope.TAG);
  }

  private String text(JsonNode tree) {
    return "{\"" + RequestEnvelope.TAG + "\":" + JoseText.text(dialect, tree) + "}";
  }

  private void common() {
    test("", sealed(), Flag.NORMAL).put("request", REQUEST).valid();
    String other = REQUEST.replace("DeleteAccount", "DeleteRequest");
    test("", sealed(other, CLAIMS, key), Flag.MESSAGE_NAME).put("request", other).valid();
    ObjectNode payload = tree();
    payload.put("payload", JoseText.encoded(REQUEST.replace("alice", "alicf")));
    test("the request changed", text(payload), Flag.ALTERED_PAYLOAD)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    ObjectNode signature = tree();
    JoseText.alter(JoseText.first(signature, "signatures"), "signature", 30);
    test("an octet changed", text(signature), Flag.ALTERED_SIGNATURE)
        .invalid(JoseException.Code.BAD_SIGNATURE);
    test("by another key", sealed(REQUEST, CLAIMS, stranger), Flag.UNKNOWN_KID)
        .invalid("unknown-key");
    claims(
        "for another account",
        new RequestClaims("bob@example.com", PORTAL, CHALLENGE, ISSUED, "a"));
    claims("for another portal", new RequestClaims(ACCOUNT, "example.net", CHALLENGE, ISSUED, "a"));
    claims(
        "for another process", new RequestClaims(ACCOUNT, PORTAL, "UGgp-0yQ7nKp3Yk2", ISSUED, "a"));
    claims("without a challenge", new RequestClaims(ACCOUNT, PORTAL, null, ISSUED, "a"));
    test("not signed", REQUEST, Flag.NO_WRAPPER).invalid(JsonException.Code.SHAPE);
  }

  private void claims(String comment, RequestClaims claims) {
    test(comment, sealed(REQUEST, claims, key), Flag.OTHER_CLAIM).invalid("mismatch");
  }

  /** A good signature over the usual header after a replacement in its text. */
  private VectorTest header(String comment, String part, String replacement, Flag flag) {
    ObjectNode jws = tree();
    ObjectNode only = JoseText.first(jws, "signatures");
    String header = Bytes.base64Url(only.path("protected").stringValue()).utf8();
    if (!header.contains(part)) {
      throw new IllegalStateException(part + " is not in " + header);
    }
    String changed = JoseText.encoded(header.replace(part, replacement));
    String input = changed + "." + jws.path("payload").stringValue();
    only.put("protected", changed)
        .put("signature", VectorKeys.sign(key, "Ed25519", Bytes.utf8(input).toArray()).base64Url());
    return test(comment, text(jws), flag);
  }

  private void headers() {
    String typ = "\"typ\":\"mesh-request+jws\",";
    header("no typ", typ, "", Flag.OTHER_PURPOSE).invalid(BAD);
    header("the typ of something else", "mesh-request+jws", "JOSE", Flag.OTHER_PURPOSE)
        .invalid(BAD);
    header("the typ in capitals", "mesh-request+jws", "MESH-REQUEST+JWS", Flag.OTHER_PURPOSE)
        .invalid(BAD);
    String iat = "\"iat\":" + ISSUED.toEpochMilli();
    header("iat is a text", iat, "\"iat\":\"now\"", Flag.CLAIM_FORM).invalid(BAD);
    header("iat with a fraction", iat, iat + ".5", Flag.CLAIM_FORM).invalid(BAD);
    header("no iat", iat + ",", "", Flag.CLAIM_FORM).invalid(BAD);
    String jti = "\"jti\":\"bm9uY2U\"";
    header("no jti", jti + ",", "", Flag.CLAIM_FORM).invalid(BAD);
    header("an empty jti", jti, "\"jti\":\"\"", Flag.CLAIM_FORM).invalid(BAD);
    header("a jti of 129 characters", "bm9uY2U", "b".repeat(129), Flag.CLAIM_FORM).invalid(BAD);
    header("no account", "\"sub\":\"" + ACCOUNT + "\",", "", Flag.CLAIM_FORM).invalid(BAD);
    header("no portal", "\"aud\":\"" + PORTAL + "\",", "", Flag.CLAIM_FORM).invalid(BAD);
    header("alg none", "EdDSA", "none", Flag.WRONG_ALG)
        .invalid(JoseException.Code.ALGORITHM_MISMATCH);
    header("a claim that is critical", typ, typ + "\"crit\":[\"typ\"],", Flag.CRITICAL)
        .invalid(JoseException.Code.UNSUPPORTED_ALGORITHM);
  }

  private void forms() {
    ObjectNode twice = tree();
    twice.withArray("signatures").add(JoseText.first(twice, "signatures").deepCopy());
    test("two signatures", text(twice), Flag.SEVERAL).invalid(BAD);
    ObjectNode outside = tree();
    JoseText.first(outside, "signatures").putObject("header").put("sub", "bob@example.com");
    test("an account outside of the protected header", text(outside), Flag.UNPROTECTED)
        .invalid(JoseException.Code.MALFORMED);
    test("no wrapper", JoseText.text(dialect, tree()), Flag.NO_WRAPPER)
        .invalid(JsonException.Code.SHAPE);
  }
}
