package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.cipher.Hkdf;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for escrow entries: the secret that shares recover, and the keys it decrypts. */
final class EscrowVectors {

  private static final String NO_KEYS = "{\"EscrowedKeySet\":{\"MasterEscrowKeys\":[]}}";
  private static final ErrorCode DECRYPT = JoseException.Code.DECRYPT;

  private final VectorFile file;
  private final Dialect dialect;
  private final Secret secret;
  private final Udf identifier;
  private final ObjectNode group;
  private final RandomStream random;

  private EscrowVectors(VectorFile file, Dialect dialect, World world) {
    this.file = file;
    this.dialect = dialect;
    this.random = world.stream("vectors", "escrow " + dialect.label());
    this.secret = Secret.random(128, random);
    this.identifier = secret.identifier(dialect.udfFormat());
    List<KeyShare> shares = secret.split(dialect.shareFormat(), 2, 3, random);
    this.group = file.group(dialect);
    group.put("secret", VectorKeys.octets(secret.bytes()).hex());
    group.put("identifier", identifier.text());
    shares.forEach(share -> group.withArray("shares").add(share.text()));
  }

  static VectorFile make(World world, VectorKeys keys) {
    VectorFile file =
        new VectorFile(
            "escrow",
            "EscrowTest",
            "A group gives a secret, hexadecimal, the identifier that is its fingerprint, and its",
            "shares, of which two recover it. A test gives the exact text of an entry and the keys",
            "in it. wrappingKey, hexadecimal, is what follows from secret and entry: in mesh the",
            "content key, in portal-2017 the key that unwraps it.");
    new EscrowVectors(file, Dialect.MESH, world)
        .mesh(
            keys.make(KeySpec.ED25519, "MasterSignatureKey"),
            keys.make(KeySpec.X25519, "MasterEscrowKey"));
    new EscrowVectors(file, Dialect.PORTAL_2017, world)
        .portal(keys.rsa("RS512"), keys.otherRsa("RSA-OAEP"));
    return file;
  }

  private void mesh(PrivateJwk master, PrivateJwk escrow) {
    good(master, escrow, key("mesh-sim offline escrow v1:" + identifier, Bytes.EMPTY));
    for (String member : List.of("ciphertext", "tag", "iv")) {
      ObjectNode entry = entry(NO_KEYS);
      JoseText.alter(data(entry), member, 2);
      bad(member + " changed", entry, Flag.ALTERED_CIPHERTEXT, DECRYPT);
    }
    String header = "{\"alg\":\"dir\",\"kid\":\"" + identifier + "\",\"enc\":\"A256GCM\"}";
    protect(
        "kid of another entry",
        header.replace(identifier.text(), another()),
        Flag.KID_MISMATCH,
        JoseException.Code.NO_RECIPIENT);
    protect(
        "alg A256KW",
        header.replace("dir", "A256KW"),
        Flag.WRONG_ALG,
        JoseException.Code.ALGORITHM_MISMATCH);
    protect(
        "enc A256CBC",
        header.replace("A256GCM", "A256CBC"),
        Flag.WRONG_CONTENT_CIPHER,
        JoseException.Code.UNSUPPORTED_ALGORITHM);
    ObjectNode unprotected = entry(NO_KEYS);
    data(unprotected).put("protected", JoseText.encoded(header.replace("\"alg\":\"dir\",", "")));
    data(unprotected).putArray("recipients").addObject().putObject("header").put("alg", "dir");
    bad("alg that nothing protects", unprotected, Flag.UNPROTECTED, JoseException.Code.MALFORMED);
    common();
    ObjectNode folded = entry(NO_KEYS);
    text("raw line feeds in strings", JoseText.folded(text(folded)), Flag.FOLDED_BASE64)
        .invalid(JsonException.Code.MALFORMED);
  }

  private void portal(PrivateJwk master, PrivateJwk escrow) {
    good(master, escrow, null);
    text("in the reference's layout", JoseText.folded(text(entry(NO_KEYS))), Flag.FOLDED_BASE64)
        .set("keys", JsonNodeFactory.instance.arrayNode())
        .valid();
    ObjectNode first = entry(NO_KEYS);
    JoseText.alter(data(first), "ciphertext", 2);
    bad(
        "ciphertext changed, its first block",
        first,
        Flag.UNAUTHENTICATED,
        ProfileException.Code.BAD_KEYS);
    ObjectNode cut = entry(NO_KEYS);
    data(cut).put("ciphertext", JoseText.cut(data(cut).path("ciphertext").stringValue(), 40));
    bad("40 octets of the ciphertext", cut, Flag.TRUNCATED, DECRYPT);
    ObjectNode vector = entry(NO_KEYS);
    JoseText.alter(data(vector), "iv", 0);
    bad("the vector changed, and so the wrapping key", vector, Flag.WRONG_KEK, DECRYPT);
    ObjectNode wrapped = entry(NO_KEYS);
    JoseText.alter(JoseText.first(data(wrapped), "recipients"), "encrypted_key", 2);
    bad("encrypted_key changed", wrapped, Flag.ALTERED_CIPHERTEXT, DECRYPT);
    ObjectNode renamed = entry(NO_KEYS);
    head(renamed).put("kid", another());
    bad("kid of another entry", renamed, Flag.KID_MISMATCH, JoseException.Code.NO_RECIPIENT);
    ObjectNode alg = entry(NO_KEYS);
    head(alg).put("alg", "A256KW");
    bad("alg A256KW", alg, Flag.WRONG_ALG, JoseException.Code.ALGORITHM_MISMATCH);
    ObjectNode unnamed = entry(NO_KEYS);
    head(unnamed).remove("alg");
    bad("no alg", unnamed, Flag.WRONG_ALG, JoseException.Code.ALGORITHM_MISMATCH);
    common();
    ObjectNode old = entry(NO_KEYS);
    data(old).put("protected", JoseText.encoded("{\n  \"alg\": \"AE128\"}")).remove("recipients");
    bad("of 2016", old, Flag.NO_RECIPIENT_2016, ProfileException.Code.NO_KEY);
    String set = VectorKeys.octets(set(master, escrow)).utf8();
    String swapped = set.replace(kid(master), kid(escrow));
    bad(
        "a kid that is not the key's",
        entry(swapped),
        Flag.OTHER_KEY,
        ProfileException.Code.BAD_KEYS);
  }

  /** Failures of both dialects. */
  private void common() {
    ObjectNode other = entry(NO_KEYS);
    inner(other).put("Identifier", another());
    bad("Identifier of another secret", other, Flag.WRONG_SECRET, ShareException.Code.WRONG_SECRET);
    try (Secret stranger = Secret.random(128, random)) {
      ObjectNode entry = entry(NO_KEYS, stranger);
      bad("sealed with another secret", entry, Flag.WRONG_KEK, DECRYPT);
    }
    bad(
        "another object inside",
        entry("{\"PasswordProfilePrivate\":{}}"),
        Flag.NOT_A_KEY_SET,
        ProfileException.Code.BAD_KEYS);
    bad(
        "a member that a key set does not have",
        entry(NO_KEYS.replace("MasterEscrow", "Device")),
        Flag.NOT_A_KEY_SET,
        ProfileException.Code.BAD_KEYS);
    bad("no JSON inside", entry("keys"), Flag.NOT_A_KEY_SET, ProfileException.Code.BAD_KEYS);
  }

  private void good(PrivateJwk master, PrivateJwk escrow, @Nullable Bytes derived) {
    ObjectNode entry = entry(VectorKeys.octets(set(master, escrow)).utf8());
    Bytes vector = Bytes.base64Url(data(entry).path("iv").stringValue());
    ArrayNode keys = JsonNodeFactory.instance.arrayNode();
    keys.addObject().put("role", "MasterSignatureKey").put("udf", kid(master));
    keys.addObject().put("role", "MasterEscrowKeys").put("udf", kid(escrow));
    test("a master signature key and an escrow key", entry, Flag.NORMAL)
        .put(
            "wrappingKey",
            (derived == null ? key(vector, Bytes.utf8(identifier.text())) : derived).hex())
        .set("keys", keys)
        .valid();
    test("no keys", entry(NO_KEYS), Flag.NORMAL)
        .set("keys", JsonNodeFactory.instance.arrayNode())
        .valid();
  }

  private Bytes key(String info, Bytes salt) {
    return key(Bytes.utf8(info), salt);
  }

  private Bytes key(Bytes info, Bytes salt) {
    try (SecretBytes octets = secret.bytes()) {
      return VectorKeys.octets(Hkdf.sha512(octets, salt.toArray(), info.toArray(), 32));
    }
  }

  private SecretBytes set(PrivateJwk master, PrivateJwk escrow) {
    return new EscrowedKeySet(master, List.of(escrow)).toJson(dialect);
  }

  private String kid(PrivateJwk key) {
    return dialect.fingerprint(key.publicJwk()).text();
  }

  private String another() {
    try (Secret other = Secret.of(SecretBytes.moveFrom(new byte[16]))) {
      return other.identifier(dialect.udfFormat()).text();
    }
  }

  private ObjectNode entry(String text) {
    return entry(text, secret);
  }

  private ObjectNode entry(String text, Secret under) {
    try (SecretBytes octets = under.bytes();
        SecretBytes plain = SecretBytes.moveFrom(Bytes.utf8(text).toArray())) {
      OfflineEscrowEntry entry =
          new OfflineEscrowEntry(
              identifier, dialect.encryption().seal(plain, octets, identifier, random));
      ObjectNode tagged = JsonNodeFactory.instance.objectNode();
      tagged.set("OfflineEscrowEntry", JoseText.tree(dialect, entry));
      return tagged;
    }
  }

  private static ObjectNode inner(ObjectNode entry) {
    return (ObjectNode) entry.path("OfflineEscrowEntry");
  }

  private static ObjectNode data(ObjectNode entry) {
    return (ObjectNode) inner(entry).path("EncryptedData");
  }

  private static ObjectNode head(ObjectNode entry) {
    return (ObjectNode) JoseText.first(data(entry), "recipients").path("Header");
  }

  private void protect(String comment, String header, Flag flag, ErrorCode error) {
    ObjectNode entry = entry(NO_KEYS);
    data(entry).put("protected", JoseText.encoded(header));
    bad(comment, entry, flag, error);
  }

  private void bad(String comment, ObjectNode entry, Flag flag, ErrorCode error) {
    test(comment, entry, flag).invalid(error);
  }

  private VectorTest test(String comment, ObjectNode entry, Flag flag) {
    return text(comment, text(entry), flag);
  }

  private VectorTest text(String comment, String entry, Flag flag) {
    return file.test(group, comment, flag).put("entry", entry);
  }

  private String text(ObjectNode entry) {
    return JoseText.text(dialect, entry);
  }
}
