package dev.meshsim.audit;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A public key of a log with the fingerprint that the log claims for it. */
final class KeyFact {

  private final String udf;
  private final boolean matches;
  private final @Nullable ObjectNode members;
  private final @Nullable JsonNode written;
  private volatile @Nullable PublicJwk key;

  /**
   * A key.
   *
   * @param matches true if the fingerprint was recomputed and is the key's
   * @param members the key as a JWK, or null if it cannot be used
   */
  KeyFact(String udf, boolean matches, @Nullable ObjectNode members) {
    this(udf, matches, members, null);
  }

  /**
   * A key.
   *
   * @param written the parameters as they are in the log, by which the key is recognized
   */
  KeyFact(String udf, boolean matches, @Nullable ObjectNode members, @Nullable JsonNode written) {
    this.udf = udf;
    this.matches = matches;
    this.members = members;
    this.written = written;
  }

  /** True if this key was read from equal parameters. */
  boolean isWritten(JsonNode parameters) {
    return parameters.equals(written);
  }

  String udf() {
    return udf;
  }

  /** True if the fingerprint is the key's, by a rule of its generation. */
  boolean matches() {
    return matches;
  }

  /** The verification key, or null if it cannot be used. Parsed at the first call. */
  @Nullable PublicJwk key() {
    PublicJwk known = key;
    if (known == null && members != null) {
      known = read(members);
      key = known;
    }
    return known;
  }

  private static @Nullable PublicJwk read(JsonNode members) {
    try {
      return PublicJwk.fromJson(members);
    } catch (MeshException e) {
      return null;
    }
  }

  /** True if {@code kid} is a fingerprint of this key, in either way of truncation. */
  boolean isNamed(String kid) {
    return kid.equals(udf) || (matches && isOtherCut(kid));
  }

  /**
   * The two ways to truncate a fingerprint of the old formats differ in the last two characters.
   */
  private boolean isOtherCut(String kid) {
    int same = kid.length() - 2;
    if (same < 0 || kid.length() != udf.length() || !kid.regionMatches(0, udf, 0, same)) {
      return false;
    }
    Udf parsed = KeyReader.parse(kid);
    PublicJwk known = key();
    return parsed != null
        && known != null
        && parsed.format() != UdfFormat.MESH
        && (parsed.identifies(ContentTypes.X509_KEYINFO, known.pkcs1())
            || parsed.identifies(ContentTypes.X509_KEYINFO, known.spki()));
  }

  @Override
  public String toString() {
    return "KeyFact[" + udf + (matches ? "" : ", not its own fingerprint") + "]";
  }
}
