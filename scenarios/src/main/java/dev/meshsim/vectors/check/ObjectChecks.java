package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Runs the tests of signed and encrypted objects. */
final class ObjectChecks {

  /** The signature names a key that is not accepted. */
  private static final String UNKNOWN_KEY = "unknown-key";

  private ObjectChecks() {}

  static Outcome signature(VectorObject group, VectorObject test) {
    Dialect dialect = group.dialect();
    JsonWebSignature signed =
        MeshJson.fromTree(
            dialect.json().readTree(Bytes.utf8(test.text("jws"))), JsonWebSignature.class);
    for (int i = 0; i < signed.signatures().size(); i++) {
      Optional<PublicJwk> key = key(group, dialect.signatures().signer(signed, i));
      if (key.isEmpty()) {
        return Outcome.refused(UNKNOWN_KEY);
      }
      dialect.signatures().verify(signed, i, key.get());
    }
    return Outcome.same(
        !test.has("payload") || signed.payload().utf8().equals(test.text("payload")), "payload");
  }

  static Outcome request(VectorObject group, VectorObject test) {
    Dialect dialect = group.dialect();
    RequestEnvelope envelope = RequestEnvelope.open(dialect, Bytes.utf8(test.text("envelope")));
    RequestClaims claims = envelope.claims();
    if (!claims.account().equals(group.text("account"))
        || !claims.domain().equals(group.text("portal"))
        || !group.text("challenge").equals(claims.challenge())) {
      return Outcome.refused(FingerprintChecks.MISMATCH);
    }
    Optional<PublicJwk> key = key(group, envelope.key());
    if (key.isEmpty()) {
      return Outcome.refused(UNKNOWN_KEY);
    }
    dialect.signatures().verify(envelope.signature(), 0, key.get());
    return Outcome.same(
        !test.has("request") || envelope.request().utf8().equals(test.text("request")), "request");
  }

  private static Optional<PublicJwk> key(VectorObject group, Udf signer) {
    for (JsonNode key : group.list("keys")) {
      if (key.path("kid").asString("").equals(signer.text())) {
        return Optional.of(PublicJwk.fromJson(key));
      }
    }
    return Optional.empty();
  }

  static Outcome encryption(VectorObject group, VectorObject test) {
    Dialect dialect = group.dialect();
    JsonNode tree = dialect.json().readTree(Bytes.utf8(test.text("jwe")));
    JsonWebEncryption message = MeshJson.fromTree(tree, JsonWebEncryption.class);
    JsonNode key = group.json().path("key");
    try (PrivateJwk jwk = PrivateJwk.fromJson(key);
        SecretBytes opened =
            dialect
                .encryption()
                .decrypt(
                    message, Udf.parse(new VectorObject(group.place(), key).text("kid")), jwk);
        SecretBytes expected =
            SecretBytes.moveFrom(
                Bytes.hex(test.has("plaintext") ? test.text("plaintext") : "").toArray())) {
      return Outcome.same(!test.has("plaintext") || opened.equals(expected), "plaintext");
    }
  }
}
