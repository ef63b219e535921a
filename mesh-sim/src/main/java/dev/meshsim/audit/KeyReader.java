package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.RsaDer;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reader of the schema's {@code PublicKey} objects that recomputes their fingerprints. In groups
 * of 5 they are over the PKCS #1 key (2017) or the SubjectPublicKeyInfo (2016), in either way of
 * truncation; in groups of 4 they are those of the {@code mesh} dialect.
 */
final class KeyReader {

  private static final String UDF = "UDF";
  private static final String PARAMETERS = "PublicParameters";
  private static final String RSA_TAG = "PublicKeyRSA";

  /** The most octets of a modulus that is used for verification: 8192 bits. */
  private static final int LARGEST = 1024;

  private static final String MISFIT =
      "the fingerprint's format is not that of the object it is in";

  private KeyReader() {}

  /** True if {@link #read} can be applied to the object. */
  static boolean isKey(ObjectNode object) {
    return object.has(PARAMETERS);
  }

  /**
   * Reads a key and counts its fingerprint.
   *
   * @param generation the generation of the enclosing object
   * @param known an earlier key with this fingerprint, or null
   * @param tally receives the counts and the problems
   */
  static KeyFact read(
      ObjectNode object, Generation generation, @Nullable KeyFact known, Tally tally) {
    JsonNode parameters = object.get(PARAMETERS);
    String text = udf(object);
    if (known != null && known.matches() && known.isWritten(parameters)) {
      return again(known, generation, tally);
    }
    String tag = JsonMembers.tag(parameters);
    ObjectNode members = tag == null ? null : JsonMembers.object(parameters, tag);
    if (tag == null || members == null) {
      return mismatch(text, "its parameters are not a tagged key", tally);
    }
    Udf udf = parse(text);
    if (udf == null) {
      return mismatch(text, "its UDF is not a fingerprint", tally);
    }
    boolean mesh = udf.format() == UdfFormat.MESH;
    if (!fits(udf, generation)) {
      return mismatch(text, MISFIT, tally);
    }
    String kid = JsonMembers.text(members, "kid");
    if (!text.equals(kid)) {
      return mismatch(text, "its kid is " + Quote.brief(String.valueOf(kid)), tally);
    }
    return mesh
        ? meshKey(udf, tag, members, parameters, tally)
        : oldKey(udf, tag, parameters, generation, tally);
  }

  /**
   * The claimed fingerprint. Keys of devices for applications have only {@code kid} since 9/2017.
   */
  static String udf(ObjectNode object) {
    JsonNode parameters = object.path(PARAMETERS);
    String tag = JsonMembers.tag(parameters);
    return object.has(UDF) || tag == null
        ? JsonMembers.textOr(object, UDF)
        : JsonMembers.textOr(parameters.path(tag), "kid");
  }

  /** A known key in another place: only the fingerprint's format is checked again. */
  private static KeyFact again(KeyFact known, Generation generation, Tally tally) {
    Udf udf = parse(known.udf());
    if (udf == null || !fits(udf, generation)) {
      return mismatch(known.udf(), MISFIT, tally);
    }
    tally.matched++;
    return known;
  }

  private static boolean fits(Udf udf, Generation generation) {
    return generation == Generation.UNKNOWN
        || (udf.format() == UdfFormat.MESH) == (generation == Generation.MESH);
  }

  private static KeyFact meshKey(
      Udf udf, String tag, ObjectNode members, JsonNode written, Tally tally) {
    if (!tag.equals("PublicKey" + JsonMembers.textOr(members, "kty"))) {
      return mismatch(udf.text(), "its tag is not that of its kty", tally);
    }
    try {
      PublicJwk key = PublicJwk.fromJson(members);
      Udf actual = Udf.fingerprint(UdfFormat.MESH, ContentTypes.PKIX_KEYINFO, key.spki());
      if (actual.equals(udf)) {
        tally.matched++;
        return new KeyFact(udf.text(), true, members, written);
      }
      return mismatch(udf.text(), "the key's fingerprint is " + actual, tally);
    } catch (MeshException e) {
      return mismatch(udf.text(), Quote.brief(e.problem()), tally);
    }
  }

  private static KeyFact oldKey(
      Udf udf, String tag, JsonNode written, Generation generation, Tally tally) {
    JsonNode members = written.get(tag);
    String n = JsonMembers.text(members, "n");
    String e = JsonMembers.text(members, "e");
    if (!tag.equals(RSA_TAG) || n == null || e == null) {
      tally.add(
          ProblemKind.UNUSABLE_KEY,
          "key " + udf + " is a " + Quote.brief(tag) + "; only RSA keys with n and e are known");
      return new KeyFact(udf.text(), false, null);
    }
    byte[] modulus = number(n);
    byte[] exponent = number(e);
    if (!identifies(udf, RsaDer.pkcs1(modulus, exponent), generation)) {
      return mismatch(udf.text(), "no fingerprint rule gives this for its numbers", tally);
    }
    tally.matched++;
    return new KeyFact(udf.text(), true, jwk(modulus, exponent), written);
  }

  /** Tries the likelier rule first, since each costs two or four digests. */
  private static boolean identifies(Udf udf, byte[] pkcs1, Generation generation) {
    Bytes bare = Bytes.of(pkcs1);
    if (generation == Generation.Y2017) {
      return over(udf, bare) || over(udf, Bytes.of(RsaDer.spki(pkcs1)));
    }
    return over(udf, Bytes.of(RsaDer.spki(pkcs1))) || over(udf, bare);
  }

  private static boolean over(Udf udf, Bytes key) {
    return udf.identifies(ContentTypes.X509_KEYINFO, key);
  }

  private static @Nullable ObjectNode jwk(byte[] modulus, byte[] exponent) {
    if (modulus.length > LARGEST || exponent.length > LARGEST) {
      return null;
    }
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    jwk.put("kty", "RSA");
    jwk.put("alg", "RS512");
    jwk.put("n", Bytes.of(modulus).base64Url());
    jwk.put("e", Bytes.of(exponent).base64Url());
    return jwk;
  }

  private static byte[] number(String text) {
    byte[] octets = TolerantBase64.decode(text).toArray();
    int zeros = 0;
    while (zeros < octets.length && octets[zeros] == 0) {
      zeros++;
    }
    return Arrays.copyOfRange(octets, zeros, octets.length);
  }

  private static KeyFact mismatch(String udf, String why, Tally tally) {
    tally.mismatched++;
    tally.add(ProblemKind.FINGERPRINT_MISMATCH, "key " + Quote.brief(udf) + ": " + why);
    return new KeyFact(udf, false, null);
  }

  /** Parses a fingerprint; null if the text is not one. */
  static @Nullable Udf parse(String text) {
    try {
      return Udf.parse(text);
    } catch (MeshException e) {
      return null;
    }
  }
}
