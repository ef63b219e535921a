package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for fingerprints of keys, and for the connection authenticator made of two. */
final class KeyFingerprintVectors {

  private KeyFingerprintVectors() {}

  static VectorFile keys(VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "key_fingerprint",
            "KeyFingerprintTest",
            "A test says whether udf is the fingerprint of key, a public JWK.",
            "mesh: over the DER SubjectPublicKeyInfo, application/pkix-keyinfo, 140 bits.",
            "portal-2017: over the DER RSAPublicKey (PKCS #1), application/x509-keyinfo, 150",
            "bits.");
    ObjectNode mesh = file.group(Dialect.MESH);
    PublicJwk rsa = keys.rsa("RS512").publicJwk();
    Map<String, PublicJwk> all = new LinkedHashMap<>();
    for (KeySpec spec :
        new KeySpec[] {
          KeySpec.ED25519, KeySpec.ED448, KeySpec.X25519, KeySpec.X448, KeySpec.P256_SIGN
        }) {
      all.put(spec.label(), keys.make(spec, "fingerprinted").publicJwk());
    }
    all.put("RSA-2048", rsa);
    all.forEach(
        (label, key) ->
            test(file, mesh, label, key, Dialect.MESH.fingerprint(key), Flag.NORMAL).valid());
    test(
            file,
            mesh,
            "over PKCS #1",
            rsa,
            Udf.fingerprint(UdfFormat.MESH, ContentTypes.PKIX_KEYINFO, rsa.pkcs1()),
            Flag.WRONG_ENCODING)
        .invalid("mismatch");
    test(
            file,
            mesh,
            "the content type of portal-2017",
            rsa,
            Udf.fingerprint(UdfFormat.MESH, ContentTypes.X509_KEYINFO, rsa.spki()),
            Flag.WRONG_CONTENT_TYPE)
        .invalid("mismatch");
    Udf other = Dialect.MESH.fingerprint(keys.otherRsa("RS512").publicJwk());
    test(file, mesh, "another key's", rsa, other, Flag.OTHER_KEY).invalid("mismatch");
    portal(file, keys, rsa);
    return file;
  }

  private static void portal(VectorFile file, VectorKeys keys, PublicJwk rsa) {
    ObjectNode group = file.group(Dialect.PORTAL_2017);
    PublicJwk other = keys.otherRsa("RS512").publicJwk();
    for (PublicJwk key : new PublicJwk[] {rsa, other}) {
      test(file, group, "", key, of(UdfFormat.PORTAL_2017, key.pkcs1()), Flag.LAST_OCTET).valid();
      test(
              file,
              group,
              "cut right",
              key,
              of(UdfFormat.PORTAL_FIXED, key.pkcs1()),
              Flag.CORRECTED_TRUNCATION)
          .acceptable();
      test(file, group, "of 2016", key, of(UdfFormat.PORTAL_2017, key.spki()), Flag.SPKI_2016)
          .acceptable();
    }
    test(
            file,
            group,
            "over the SubjectPublicKeyInfo, under the content type of mesh",
            rsa,
            Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.PKIX_KEYINFO, rsa.spki()),
            Flag.WRONG_CONTENT_TYPE)
        .invalid("mismatch");
    test(
            file,
            group,
            "another key's",
            rsa,
            of(UdfFormat.PORTAL_2017, other.pkcs1()),
            Flag.OTHER_KEY)
        .invalid("mismatch");
  }

  private static Udf of(UdfFormat format, Bytes encoded) {
    return Udf.fingerprint(format, ContentTypes.X509_KEYINFO, encoded);
  }

  private static VectorTest test(
      VectorFile file, ObjectNode group, String comment, PublicJwk key, Udf udf, Flag flag) {
    return file.test(group, comment, flag).set("key", key.toJson(null)).put("udf", udf.text());
  }

  /** The connection authenticator, which both devices show. */
  static VectorFile authenticators(VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "authenticator",
            "AuthenticatorTest",
            "A test says whether authenticator is the code for this device and profile.",
            "mesh: the first 16 characters of the fingerprint, application/udf, of",
            "\"device:profile:master:salt:\". master is the SHA-256 digest of the signing input of the",
            "signed master profile, salt is the request's; both are base64url.",
            "portal-2017: the fingerprint, application/udf, of \"device:profile:\".");
    mesh(file, keys);
    ObjectNode group = file.group(Dialect.PORTAL_2017);
    UdfFormat format = UdfFormat.PORTAL_2017;
    Udf device = device(keys, Dialect.PORTAL_2017);
    Udf profile = profile(keys, Dialect.PORTAL_2017);
    pair(file, group, "", device, profile, Flag.NORMAL)
        .put("authenticator", Udf.authenticator(format, device, profile).text())
        .valid();
    pair(file, group, "profile first", device, profile, Flag.SWAPPED_PAIR)
        .put("authenticator", Udf.authenticator(format, profile, device).text())
        .invalid("mismatch");
    Bytes joined = Bytes.utf8(device.text() + ":" + profile.text());
    pair(file, group, "no colon at the end", device, profile, Flag.MISSING_COLON)
        .put("authenticator", Udf.fingerprint(format, ContentTypes.UDF, joined).text())
        .invalid("mismatch");
    return file;
  }

  private static void mesh(VectorFile file, VectorKeys keys) {
    ObjectNode group = file.group(Dialect.MESH);
    Udf device = device(keys, Dialect.MESH);
    Udf profile = profile(keys, Dialect.MESH);
    String digest = Bytes.hex("a1".repeat(SignedDigest.OCTETS)).base64Url();
    String salt = Bytes.hex("b2".repeat(RequestSalt.OCTETS)).base64Url();
    String pair = device + ":" + profile + ":";
    Map<Flag, String> texts = new LinkedHashMap<>();
    texts.put(Flag.NORMAL, pair + digest + ":" + salt + ":");
    texts.put(Flag.SWAPPED_PAIR, profile + ":" + device + ":" + digest + ":" + salt + ":");
    texts.put(Flag.MISSING_COLON, pair + digest + ":" + salt);
    texts.put(Flag.NO_SALT, pair + digest + ":");
    texts.put(Flag.NO_MASTER, pair + salt + ":");
    texts.forEach(
        (flag, text) -> {
          Udf whole = Udf.fingerprint(UdfFormat.MESH, ContentTypes.UDF, Bytes.utf8(text));
          VectorTest test =
              pair(file, group, "", device, profile, flag)
                  .put("master", digest)
                  .put("salt", salt)
                  .put("authenticator", whole.text().substring(0, 19));
          if (flag == Flag.NORMAL) {
            test.valid();
          } else {
            test.invalid("mismatch");
          }
        });
  }

  private static Udf device(VectorKeys keys, Dialect dialect) {
    return dialect.fingerprint(keys.rsa("RS512").publicJwk());
  }

  private static Udf profile(VectorKeys keys, Dialect dialect) {
    return dialect.fingerprint(keys.otherRsa("RS512").publicJwk());
  }

  private static VectorTest pair(
      VectorFile file, ObjectNode group, String comment, Udf device, Udf profile, Flag flag) {
    return file.test(group, comment, flag)
        .put("device", device.text())
        .put("profile", profile.text());
  }
}
