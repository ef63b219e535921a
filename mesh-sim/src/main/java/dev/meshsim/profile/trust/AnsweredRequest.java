package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedConnectionResult;
import java.util.Map;
import java.util.Optional;

/**
 * The request that a connection result answers: the member {@code answers} of a protected header,
 * base64url, is the {@link SignedDigest} of the request.
 *
 * <p>In dialect {@code mesh} the result itself has it. In dialect {@code portal-2017} a result is
 * as the reference implementation wrote it, and the envelope of the ConnectComplete has it, where
 * only the portal reads it.
 */
public final class AnsweredRequest {

  /** The name of the header member. */
  public static final String MEMBER = "answers";

  private AnsweredRequest() {}

  /**
   * The digest of the request that a result answers, or empty if it names none.
   *
   * @throws ProfileException if the member is malformed
   */
  public static Optional<Bytes> of(SignedConnectionResult signed) {
    Dialect dialect = Dialect.of(signed.identifier());
    return dialect == Dialect.MESH ? in(dialect, signed.signedData()) : Optional.empty();
  }

  /**
   * The digest in the header of a result or an envelope, or empty if it has none.
   *
   * @throws ProfileException if the member is malformed
   */
  public static Optional<Bytes> in(Dialect dialect, JsonWebSignature signed) {
    return DigestMember.read(dialect, signed, 0, MEMBER);
  }

  /** The member that names a request. */
  public static Map<String, Object> header(Bytes request) {
    return Map.of(MEMBER, request.base64Url());
  }
}
