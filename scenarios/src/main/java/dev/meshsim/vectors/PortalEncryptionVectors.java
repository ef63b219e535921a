package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for encryption in {@code portal-2017}: AES-256-CBC without authentication. */
final class PortalEncryptionVectors {

  private static final Dialect PORTAL = Dialect.PORTAL_2017;
  private static final int BLOCK = 16;
  private static final ErrorCode DECRYPT = JoseException.Code.DECRYPT;

  private final VectorFile file;
  private final PrivateJwk key;
  private final PrivateJwk other;
  private final ObjectNode group;
  private final RandomStream random;

  PortalEncryptionVectors(VectorFile file, World world, VectorKeys keys) {
    this.random = world.stream("vectors", "portal encryption");
    this.file = file;
    this.key = keys.rsa("RSA-OAEP");
    this.other = keys.otherRsa("RSA-OAEP");
    this.group = EncryptionVectors.group(file, PORTAL, key);
  }

  void fill() {
    String content = EncryptionVectors.CONTENT.hex();
    test("as the reference wrote it", message(key), Flag.NORMAL).put("plaintext", content).valid();
    text("in its layout", JoseText.folded(JoseText.text(PORTAL, message(key))), Flag.FOLDED_BASE64)
        .put("plaintext", content)
        .valid();
    test("the second of two recipients", message(other, key), Flag.SEVERAL)
        .put("plaintext", content)
        .valid();
    ObjectNode old = message(key).put("protected", JoseText.encoded("{\n  \"alg\": \"AE128\"}"));
    head(old).remove("alg");
    test("headers of 2016, AES-256 though they say AE128", old, Flag.FLATTENED_2016)
        .put("plaintext", content)
        .acceptable();
    ObjectNode lower = message(key);
    ObjectNode recipient = JoseText.first(lower, "recipients");
    recipient.set("header", recipient.remove("Header"));
    test("header with a small h", lower, Flag.UNPROTECTED).put("plaintext", content).acceptable();
    unnoticed();
    noticed();
    headers();
  }

  /** Undetected changes: a flipped bit of the vector or a block flips one in the next plaintext. */
  private void unnoticed() {
    byte[] plain = EncryptionVectors.CONTENT.toArray();
    plain[3] ^= 1;
    test("a bit of the vector changed", JoseText.alter(message(key), "iv", 3), Flag.UNAUTHENTICATED)
        .put("plaintext", Bytes.of(plain).hex())
        .acceptable();
    ObjectNode header = message(key).put("protected", JoseText.encoded("{\"enc\":\"A256CBC\"}"));
    test("another layout of the header", header, Flag.UNAUTHENTICATED)
        .put("plaintext", EncryptionVectors.CONTENT.hex())
        .acceptable();
  }

  private void noticed() {
    int length = EncryptionVectors.CONTENT.length();
    int blocks = length / BLOCK + 1;
    int padding = blocks * BLOCK - length;
    for (int wrong : new int[] {0, BLOCK + 1, padding == 1 ? 2 : padding + 1}) {
      ObjectNode message = message(key);
      byte[] octets = Bytes.base64Url(message.path("ciphertext").stringValue()).toArray();
      octets[(blocks - 1) * BLOCK - 1] ^= (byte) (padding ^ wrong);
      message.put("ciphertext", Bytes.of(octets).base64Url());
      test("padding octet " + wrong, message, Flag.WRONG_PADDING).invalid(DECRYPT);
    }
    for (int kept : new int[] {0, blocks * BLOCK - 1, (blocks - 1) * BLOCK}) {
      ObjectNode message = message(key);
      message.put("ciphertext", JoseText.cut(message.path("ciphertext").stringValue(), kept));
      test(kept + " octets of " + blocks * BLOCK, message, Flag.TRUNCATED).invalid(DECRYPT);
    }
    ObjectNode iv = message(key);
    test(
            "a vector of 12 octets",
            iv.put("iv", JoseText.cut(iv.path("iv").stringValue(), 12)),
            Flag.TRUNCATED)
        .invalid(DECRYPT);
    ObjectNode wrapped = message(key);
    JoseText.alter(JoseText.first(wrapped, "recipients"), "encrypted_key", 3);
    test("encrypted_key changed", wrapped, Flag.ALTERED_CIPHERTEXT).invalid(DECRYPT);
  }

  private void headers() {
    test("for another", message(other), Flag.KID_MISMATCH).invalid(JoseException.Code.NO_RECIPIENT);
    ObjectNode renamed = message(other);
    head(renamed).put("kid", EncryptionVectors.kid(PORTAL, key));
    test("for another, under this kid", renamed, Flag.WRONG_KEK).invalid(DECRYPT);
    ObjectNode alg = message(key);
    head(alg).put("alg", "RSA-OAEP-256");
    test("alg RSA-OAEP-256", alg, Flag.WRONG_ALG).invalid(JoseException.Code.ALGORITHM_MISMATCH);
    ObjectNode secret = message(key);
    head(secret).put("alg", "KDFW_AES_SHA_512");
    test("alg of escrow", secret, Flag.WRONG_ALG).invalid(JoseException.Code.ALGORITHM_MISMATCH);
    ObjectNode gcm = message(key).put("protected", JoseText.encoded("{\"enc\":\"A256GCM\"}"));
    test("enc A256GCM", gcm, Flag.WRONG_CONTENT_CIPHER)
        .invalid(JoseException.Code.UNSUPPORTED_ALGORITHM);
    ObjectNode text = message(key).put("protected", JoseText.encoded("A256CBC"));
    test("a header that is not JSON", text, Flag.ENCODING).invalid(JoseException.Code.MALFORMED);
  }

  private static ObjectNode head(ObjectNode message) {
    return (ObjectNode) JoseText.first(message, "recipients").path("Header");
  }

  private ObjectNode message(PrivateJwk... recipients) {
    return EncryptionVectors.message(PORTAL, random, recipients);
  }

  private VectorTest test(String comment, ObjectNode message, Flag flag) {
    return text(comment, JoseText.text(PORTAL, message), flag);
  }

  private VectorTest text(String comment, String jwe, Flag flag) {
    return file.test(group, comment, flag).put("jwe", jwe);
  }
}
