package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for encryption in {@code mesh}: RFC 7516, general JSON serialization, A256GCM. */
final class EncryptionVectors {

  static final Bytes CONTENT =
      Bytes.utf8("{\"PasswordProfilePrivate\":{\"NeverAsk\":[\"a.com\"]}}");

  private static final Dialect MESH = Dialect.MESH;
  private static final ErrorCode DECRYPT = JoseException.Code.DECRYPT;
  private static final ErrorCode UNSUPPORTED = JoseException.Code.UNSUPPORTED_ALGORITHM;

  private final VectorFile file;
  private final VectorKeys keys;
  private final RandomStream random;

  private EncryptionVectors(VectorFile file, World world, VectorKeys keys) {
    this.random = world.stream("vectors", "encryption");
    this.file = file;
    this.keys = keys;
  }

  static VectorFile make(World world, VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "encryption",
            "EncryptionTest",
            "A test gives the exact text of a message, jwe, and the plaintext that key, a private",
            "JWK with its fingerprint as kid, gets out of it, hexadecimal.",
            "acceptable in portal-2017: nothing shows that the message was changed.");
    EncryptionVectors vectors = new EncryptionVectors(file, world, keys);
    vectors.general();
    for (KeySpec spec : new KeySpec[] {KeySpec.X448, KeySpec.P256_AGREE, KeySpec.RSA_2048_OAEP}) {
      vectors.algorithm(spec);
    }
    new PortalEncryptionVectors(file, world, keys).fill();
    return file;
  }

  private void general() {
    PrivateJwk key = keys.make(KeySpec.X25519, "decrypts");
    PrivateJwk other = keys.make(KeySpec.X25519, "decrypts too");
    ObjectNode group = group(file, MESH, key);
    good(group, "", message(key), Flag.NORMAL);
    good(group, "the second of two recipients", message(other, key), Flag.SEVERAL);
    good(group, "the first of two recipients", message(key, other), Flag.SEVERAL);
    for (String member : List.of("ciphertext", "tag", "iv")) {
      bad(
          group,
          member + " changed",
          JoseText.alter(message(key), member, 3),
          Flag.ALTERED_CIPHERTEXT,
          DECRYPT);
    }
    ObjectNode wrapped = message(key);
    JoseText.alter(JoseText.first(wrapped, "recipients"), "encrypted_key", 3);
    bad(group, "encrypted_key changed", wrapped, Flag.ALTERED_CIPHERTEXT, DECRYPT);
    ObjectNode header = message(key).put("protected", JoseText.encoded("{\"enc\": \"A256GCM\"}"));
    bad(group, "a space more in the header", header, Flag.ALTERED_HEADER, DECRYPT);
    ObjectNode aad = message(key).put("aad", JoseText.encoded("more"));
    bad(group, "aad added", aad, Flag.ALTERED_HEADER, DECRYPT);
    truncated(group, key);
    recipient(group, key, other);
    String encryption = "{\"enc\":\"A256GCM\"}";
    protect(
        group, key, "enc A128GCM", "{\"enc\":\"A128GCM\"}", Flag.WRONG_CONTENT_CIPHER, UNSUPPORTED);
    protect(
        group,
        key,
        "enc of portal-2017",
        "{\"enc\":\"A256CBC\"}",
        Flag.WRONG_CONTENT_CIPHER,
        UNSUPPORTED);
    protect(
        group,
        key,
        "zip",
        encryption.replace("}", ",\"zip\":\"DEF\"}"),
        Flag.CRITICAL,
        UNSUPPORTED);
    protect(
        group,
        key,
        "a critical extension",
        encryption.replace("}", ",\"x\":1,\"crit\":[\"x\"]}"),
        Flag.CRITICAL,
        UNSUPPORTED);
    protect(
        group,
        key,
        "enc twice",
        encryption.replace("{", "{\"enc\":\"A256GCM\","),
        Flag.STRICT_JSON,
        JsonException.Code.DUPLICATE_MEMBER);
    protect(group, key, "no enc", "{}", Flag.WRONG_CONTENT_CIPHER, JoseException.Code.MALFORMED);
    ObjectNode twice = message(key);
    head(twice).put("enc", "A256GCM");
    bad(group, "enc in two headers", twice, Flag.UNPROTECTED, JoseException.Code.MALFORMED);
    ephemeral(group, key);
  }

  private void truncated(ObjectNode group, PrivateJwk key) {
    for (String member : List.of("ciphertext", "tag")) {
      ObjectNode message = message(key);
      String octets = message.path(member).stringValue();
      int length = Bytes.base64Url(octets).length();
      message.put(member, JoseText.cut(octets, length - 4));
      bad(group, member + " four octets short", message, Flag.TRUNCATED, DECRYPT);
    }
    bad(group, "no tag", message(key).put("tag", ""), Flag.TRUNCATED, DECRYPT);
  }

  private void recipient(ObjectNode group, PrivateJwk key, PrivateJwk other) {
    bad(group, "for another", message(other), Flag.KID_MISMATCH, JoseException.Code.NO_RECIPIENT);
    ObjectNode renamed = message(other);
    head(renamed).put("kid", kid(MESH, key));
    bad(group, "for another, under this kid", renamed, Flag.WRONG_KEK, DECRYPT);
    ObjectNode alg = message(key);
    head(alg).put("alg", "ECDH-ES");
    bad(group, "alg ECDH-ES", alg, Flag.WRONG_ALG, JoseException.Code.ALGORITHM_MISMATCH);
    ObjectNode rsa = message(key);
    head(rsa).put("alg", "RSA1_5");
    bad(group, "alg RSA1_5", rsa, Flag.WRONG_ALG, JoseException.Code.ALGORITHM_MISMATCH);
    ObjectNode none = message(key);
    none.putArray("recipients");
    bad(group, "no recipients", none, Flag.STRICT_JSON, JsonException.Code.SHAPE);
  }

  private void ephemeral(ObjectNode group, PrivateJwk key) {
    ObjectNode absent = message(key);
    head(absent).remove("epk");
    bad(group, "no epk", absent, Flag.BAD_EPHEMERAL, JoseException.Code.MALFORMED);
    ObjectNode zero = message(key);
    ((ObjectNode) head(zero).path("epk")).put("x", Bytes.of(new byte[32]).base64Url());
    bad(group, "epk of low order", zero, Flag.BAD_EPHEMERAL, DECRYPT);
    ObjectNode curve = message(key);
    ((ObjectNode) head(curve).path("epk")).put("crv", "X448");
    bad(group, "epk of another curve", curve, Flag.BAD_EPHEMERAL, JoseException.Code.MALFORMED);
    ObjectNode swapped = message(key);
    head(swapped).set("epk", head(message(key)).path("epk"));
    bad(group, "epk of another message", swapped, Flag.BAD_EPHEMERAL, DECRYPT);
  }

  private void algorithm(KeySpec spec) {
    boolean isRsa = spec == KeySpec.RSA_2048_OAEP;
    PrivateJwk key = isRsa ? keys.rsa("RSA-OAEP-256") : keys.make(spec, "decrypts");
    ObjectNode group = group(file, MESH, key);
    good(group, "", message(key), Flag.NORMAL);
    bad(
        group,
        "ciphertext changed",
        JoseText.alter(message(key), "ciphertext", 3),
        Flag.ALTERED_CIPHERTEXT,
        DECRYPT);
    ObjectNode wrapped = message(key);
    JoseText.alter(JoseText.first(wrapped, "recipients"), "encrypted_key", 3);
    bad(group, "encrypted_key changed", wrapped, Flag.ALTERED_CIPHERTEXT, DECRYPT);
    if (isRsa) {
      ObjectNode sha1 = message(key);
      head(sha1).put("alg", "RSA-OAEP");
      bad(
          group,
          "alg RSA-OAEP, with SHA-1",
          sha1,
          Flag.WRONG_ALG,
          JoseException.Code.ALGORITHM_MISMATCH);
    } else if (spec == KeySpec.P256_AGREE) {
      ObjectNode off = message(key);
      JoseText.alter((ObjectNode) head(off).path("epk"), "y", -1);
      bad(
          group,
          "epk that is not on the curve",
          off,
          Flag.BAD_EPHEMERAL,
          JoseException.Code.MALFORMED);
    }
  }

  private void protect(
      ObjectNode group, PrivateJwk key, String comment, String header, Flag flag, ErrorCode error) {
    bad(group, comment, message(key).put("protected", JoseText.encoded(header)), flag, error);
  }

  private void good(ObjectNode group, String comment, ObjectNode message, Flag flag) {
    test(group, comment, message, flag).put("plaintext", CONTENT.hex()).valid();
  }

  private void bad(
      ObjectNode group, String comment, ObjectNode message, Flag flag, ErrorCode error) {
    test(group, comment, message, flag).invalid(error);
  }

  private VectorTest test(ObjectNode group, String comment, ObjectNode message, Flag flag) {
    return file.test(group, comment, flag).put("jwe", JoseText.text(MESH, message));
  }

  private ObjectNode message(PrivateJwk... recipients) {
    return message(MESH, random, recipients);
  }

  private static ObjectNode head(ObjectNode message) {
    return (ObjectNode) JoseText.first(message, "recipients").path("header");
  }

  /** A message for these recipients. */
  static ObjectNode message(Dialect dialect, RandomStream random, PrivateJwk... recipients) {
    List<Jwe.Recipient> all = new ArrayList<>();
    for (PrivateJwk recipient : recipients) {
      all.add(new Jwe.Recipient(kid(dialect, recipient), recipient.publicJwk()));
    }
    try (SecretBytes text = SecretBytes.moveFrom(CONTENT.toArray())) {
      return JoseText.tree(dialect, dialect.encryption().encrypt(text, all, random));
    }
  }

  static String kid(Dialect dialect, PrivateJwk key) {
    return dialect.fingerprint(key.publicJwk()).text();
  }

  /** A group of tests with the key that decrypts. */
  static ObjectNode group(VectorFile file, Dialect dialect, PrivateJwk key) {
    ObjectNode group = file.group(dialect);
    group.set("key", VectorKeys.json(key, kid(dialect, key)));
    return group;
  }
}
