package dev.meshsim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareFormat;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Checks one test of a file against the library, using only values from the file. */
final class VectorCheck {

  /** The library's result: {@code valid}, or the class of the failure. */
  private interface Checker extends BiFunction<JsonNode, JsonNode, String> {}

  private static final String VALID = "valid";
  private static final String MISMATCH = "mismatch";
  private static final Map<String, Checker> CHECKERS =
      Map.of(
          "FingerprintTest", VectorCheck::fingerprint,
          "KeyFingerprintTest", VectorCheck::keyFingerprint,
          "AuthenticatorTest", VectorCheck::authenticator,
          "ShareSplitTest", VectorCheck::split,
          "ShareCombineTest", VectorCheck::combine,
          "SignatureTest", VectorCheck::signature,
          "EncryptionTest", VectorCheck::encryption,
          "EscrowTest", VectorCheck::escrow);

  private VectorCheck() {}

  static String run(JsonNode group, JsonNode test) {
    try {
      return CHECKERS.get(text(group, "type")).apply(group, test);
    } catch (MeshException e) {
      return e.code();
    }
  }

  private static String fingerprint(JsonNode group, JsonNode test) {
    Udf udf = Udf.parse(text(test, "udf"));
    Bytes data = Bytes.hex(text(test, "data"));
    if (!udf.identifies(text(test, "contentType"), data)) {
      return MISMATCH;
    }
    if (text(test, "result").equals(VALID)) {
      assertEquals(
          udf,
          Udf.fingerprint(dialect(group).udfFormat(), text(test, "contentType"), data, udf.bits()));
    }
    return VALID;
  }

  private static String keyFingerprint(JsonNode group, JsonNode test) {
    Udf udf = Udf.parse(text(test, "udf"));
    PublicJwk key = PublicJwk.fromJson(test.path("key"));
    if (text(test, "result").equals(VALID)) {
      assertEquals(udf, dialect(group).fingerprint(key));
    }
    return dialect(group).identifies(udf, key) ? VALID : MISMATCH;
  }

  private static String authenticator(JsonNode group, JsonNode test) {
    Udf device = Udf.parse(text(test, "device"));
    Udf profile = Udf.parse(text(test, "profile"));
    Udf code =
        dialect(group) == Dialect.MESH
            ? ConnectionAuthenticator.of(
                device,
                profile,
                Bytes.base64Url(text(test, "master")),
                Bytes.base64Url(text(test, "salt")))
            : ConnectionAuthenticator.ofPair(device, profile);
    return code.text().equals(text(test, "authenticator")) ? VALID : MISMATCH;
  }

  private static String split(JsonNode group, JsonNode test) {
    ShareFormat format = ShareFormat.valueOf(text(group, "format"));
    int quorum = test.path("quorum").asInt();
    int count = test.path("count").asInt();
    try (Secret secret =
        Secret.of(SecretBytes.moveFrom(Bytes.hex(text(test, "secret")).toArray()))) {
      assertEquals(
          count, secret.split(format, quorum, count, World.seeded(1).stream("a", "b")).size());
      Udf identifier = Udf.parse(text(test, "identifier"));
      List<KeyShare> shares = shares(test);
      assertEquals(count, shares.size());
      for (int from = 0; from + quorum <= count; from++) {
        List<KeyShare> some = shares.subList(from, from + quorum);
        assertEquals(secret, Secret.recover(some, identifier), "from share " + (from + 1));
      }
      if (quorum < count) {
        assertEquals(secret, new Secret(shares), "all shares");
      }
    }
    for (JsonNode share : test.path("shares")) {
      assertEquals(share.stringValue(), KeyShare.parse(share.stringValue()).text());
    }
    return VALID;
  }

  private static String combine(JsonNode group, JsonNode test) {
    Secret secret =
        test.has("identifier")
            ? Secret.recover(shares(test), Udf.parse(text(test, "identifier")))
            : new Secret(shares(test));
    assertEquals(text(test, "secret"), Bytes.of(secret.bytes().expose()).hex());
    return VALID;
  }

  private static String signature(JsonNode group, JsonNode test) {
    Dialect dialect = dialect(group);
    Bytes text = Bytes.utf8(text(test, "jws"));
    JsonWebSignature signed =
        MeshJson.fromTree(dialect.json().readTree(text), JsonWebSignature.class);
    for (int i = 0; i < signed.signatures().size(); i++) {
      Udf signer = dialect.signatures().signer(signed, i);
      PublicJwk found = null;
      for (JsonNode key : group.path("keys")) {
        if (text(key, "kid").equals(signer.text())) {
          found = PublicJwk.fromJson(key);
        }
      }
      if (found == null) {
        return "unknown-key";
      }
      dialect.signatures().verify(signed, i, found);
    }
    assertEquals(text(test, "payload"), signed.payload().utf8());
    return VALID;
  }

  private static String encryption(JsonNode group, JsonNode test) {
    Dialect dialect = dialect(group);
    JsonNode tree = dialect.json().readTree(Bytes.utf8(text(test, "jwe")));
    JsonWebEncryption message = MeshJson.fromTree(tree, JsonWebEncryption.class);
    JsonNode key = group.path("key");
    try (PrivateJwk jwk = PrivateJwk.fromJson(key);
        SecretBytes opened =
            dialect.encryption().decrypt(message, Udf.parse(text(key, "kid")), jwk)) {
      assertEquals(text(test, "plaintext"), Bytes.of(opened.expose()).hex());
    }
    return VALID;
  }

  private static String escrow(JsonNode group, JsonNode test) {
    Dialect dialect = dialect(group);
    OfflineEscrowEntry entry =
        dialect.json().read(Bytes.utf8(text(test, "entry")), OfflineEscrowEntry.class);
    EscrowSeal.requireKey(entry);
    List<String> found = new ArrayList<>();
    try (Secret secret = Secret.recover(shares(group), entry.identifier());
        SecretBytes octets = secret.bytes();
        PrivateKeySet keys = EscrowSeal.openKeys(entry, octets)) {
      assertEquals(text(group, "secret"), Bytes.of(octets.expose()).hex());
      keys.items().forEach(item -> found.add(item.role() + " " + item.udf()));
    }
    List<String> expected = new ArrayList<>();
    test.path("keys").forEach(key -> expected.add(text(key, "role") + " " + text(key, "udf")));
    assertEquals(expected, found);
    return VALID;
  }

  private static Dialect dialect(JsonNode group) {
    return Dialect.named(text(group, "dialect"));
  }

  private static List<KeyShare> shares(JsonNode json) {
    List<KeyShare> shares = new ArrayList<>();
    json.path("shares").forEach(share -> shares.add(KeyShare.parse(share.stringValue())));
    return shares;
  }

  private static String text(JsonNode json, String member) {
    JsonNode value = json.get(member);
    if (value == null) {
      throw new AssertionError("no member " + member + " in " + json);
    }
    return value.stringValue();
  }
}
