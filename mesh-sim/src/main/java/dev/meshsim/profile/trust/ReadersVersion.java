package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.Map;
import java.util.Optional;

/**
 * The version of the personal profile whose devices an application version is encrypted to: the
 * member {@code readers} of a protected header is that version's {@link ReplacedVersion#digest},
 * base64url. A portal refuses an application version whose readers are not those of the stored
 * profile, so that nothing is published for a device that was removed in the meantime.
 *
 * <p>It is in the same header as {@link ReplacedVersion#MEMBER}: in dialect {@code mesh} that of
 * the application version, in dialect {@code portal-2017} that of the envelope.
 */
public final class ReadersVersion {

  /** The name of the header member. */
  public static final String MEMBER = "readers";

  private ReadersVersion() {}

  /** The member that names the version of the personal profile. */
  public static Map<String, Object> header(SignedPersonalProfile profile) {
    return Map.of(MEMBER, ReplacedVersion.digest(profile).base64Url());
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
