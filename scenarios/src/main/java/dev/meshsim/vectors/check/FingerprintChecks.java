package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.udf.Udf;

/** Runs the tests of fingerprints and of what is computed from them. */
final class FingerprintChecks {

  /** A fingerprint that is well formed, but of something else. */
  static final String MISMATCH = "mismatch";

  private static final String FINGERPRINT = "fingerprint";

  private FingerprintChecks() {}

  static Outcome fingerprint(VectorObject group, VectorObject test) {
    Udf udf = Udf.parse(test.text("udf"));
    String type = test.text("contentType");
    Bytes data = Bytes.hex(test.text("data"));
    if (!udf.identifies(type, data)) {
      return Outcome.refused(MISMATCH);
    }
    return Outcome.same(
        !test.text("result").equals("valid")
            || udf.equals(Udf.fingerprint(group.dialect().udfFormat(), type, data, udf.bits())),
        FINGERPRINT);
  }

  static Outcome keyFingerprint(VectorObject group, VectorObject test) {
    Udf udf = Udf.parse(test.text("udf"));
    PublicJwk key = PublicJwk.fromJson(test.json().path("key"));
    if (!group.dialect().identifies(udf, key)) {
      return Outcome.refused(MISMATCH);
    }
    return Outcome.same(
        !test.text("result").equals("valid") || udf.equals(group.dialect().fingerprint(key)),
        FINGERPRINT);
  }

  static Outcome authenticator(VectorObject group, VectorObject test) {
    Udf device = Udf.parse(test.text("device"));
    Udf profile = Udf.parse(test.text("profile"));
    Udf code =
        group.dialect() == Dialect.MESH
            ? ConnectionAuthenticator.of(
                device,
                profile,
                Bytes.base64Url(test.text("master")),
                Bytes.base64Url(test.text("salt")))
            : ConnectionAuthenticator.ofPair(device, profile);
    return code.text().equals(test.text("authenticator"))
        ? Outcome.valid()
        : Outcome.refused(MISMATCH);
  }
}
