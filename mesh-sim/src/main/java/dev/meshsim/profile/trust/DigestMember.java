package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A member of a protected header that holds a SHA-256 digest: 32 octets, base64url. */
final class DigestMember {

  private DigestMember() {}

  /**
   * The digest in the header of one signature, or empty if the header has no such member.
   *
   * @throws ProfileException if the member is malformed
   */
  static Optional<Bytes> read(
      Dialect dialect, JsonWebSignature signed, int signature, String name) {
    JsonNode member = dialect.signatures().member(signed, signature, name);
    if (member == null) {
      return Optional.empty();
    }
    try {
      Bytes digest = Bytes.base64Url(member.isString() ? member.stringValue() : "");
      if (digest.length() == SignedDigest.OCTETS) {
        return Optional.of(digest);
      }
    } catch (IllegalArgumentException e) {
      throw malformed(name);
    }
    throw malformed(name);
  }

  private static ProfileException malformed(String name) {
    return ProfileException.content(
        "JoseWebSignature",
        "the member " + name + " of its protected header is not a SHA-256 digest in base64url");
  }
}
