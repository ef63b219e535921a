package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedEntry;
import java.util.Map;
import java.util.Optional;

/**
 * The version that a version of a profile replaces: the member {@code replaces} of a protected
 * header is the SHA-256 digest, base64url, of the replaced version's JWS payload octets. A first
 * version has no such member.
 *
 * <p>In dialect {@code mesh} every signature of the version itself has it. In dialect {@code
 * portal-2017} a profile is as the reference implementation wrote it, and the envelope of the
 * request that publishes it has it.
 */
public final class ReplacedVersion {

  /** The name of the header member. */
  public static final String MEMBER = "replaces";

  private ReplacedVersion() {}

  /** The digest by which a successor names this version: 32 octets. */
  public static Bytes digest(SignedEntry version) {
    return SignedDigest.sha256(version.signedData().payload());
  }

  /** True if two signed objects are one version: their payloads are equal, whoever signed them. */
  public static boolean isSame(SignedEntry one, SignedEntry other) {
    return one.identifier().equals(other.identifier())
        && one.signedData().payload().equals(other.signedData().payload());
  }

  /**
   * True if two versions of an object say that they replace the same version, so that one history
   * cannot have both. Never in dialect {@code portal-2017}, whose versions say nothing of it.
   *
   * @throws ProfileException if a member is malformed
   */
  public static boolean isFork(SignedEntry one, SignedEntry other) {
    if (Dialect.of(one.identifier()) != Dialect.MESH || isSame(one, other)) {
      return false;
    }
    Optional<Bytes> replaced = of(one);
    return replaced.isPresent() && replaced.equals(of(other));
  }

  /** The member that names a replaced version. */
  public static Map<String, Object> header(SignedEntry replaced) {
    return Map.of(MEMBER, digest(replaced).base64Url());
  }

  /**
   * The digest of the version that a version replaces, in dialect {@code mesh}; empty if it names
   * none.
   *
   * @throws ProfileException if the member is malformed, or the signatures do not name one version
   */
  public static Optional<Bytes> of(SignedEntry version) {
    Dialect dialect = Dialect.of(version.identifier());
    JsonWebSignature signed = version.signedData();
    Optional<Bytes> first = in(dialect, signed);
    for (int i = 1; i < signed.signatures().size(); i++) {
      if (!DigestMember.read(dialect, signed, i, MEMBER).equals(first)) {
        throw ProfileException.content(
            version.getClass().getSimpleName(), "its signatures name different replaced versions");
      }
    }
    return first;
  }

  /**
   * The digest in the header of a signature object's first signature, or empty if it has none.
   *
   * @throws ProfileException if the member is malformed
   */
  public static Optional<Bytes> in(Dialect dialect, JsonWebSignature signed) {
    return DigestMember.read(dialect, signed, 0, MEMBER);
  }
}
