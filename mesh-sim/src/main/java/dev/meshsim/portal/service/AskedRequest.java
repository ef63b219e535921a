package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection request as a ConnectStart brings it, with the marks by which it is told from others
 * of its device. In dialect {@code mesh} these are in the request itself. In {@code portal-2017} a
 * device always signs one and the same object, so they are those of the envelope, if there is one.
 *
 * @param request the request
 * @param envelope the digest of the envelope, or null
 * @param issued the time of signing in milliseconds since 1970, or null if there is none
 */
record AskedRequest(VerifiedRequest request, @Nullable Bytes envelope, @Nullable Long issued) {

  /**
   * The request of a ConnectStart.
   *
   * @throws Refusal in dialect {@code mesh}, if the request has no salt
   */
  static AskedRequest of(Dialect dialect, VerifiedRequest request, Caller caller) {
    if (dialect == Dialect.MESH) {
      RequestSalt salt =
          request
              .salt()
              .orElseThrow(
                  () ->
                      Refusal.bad(
                          "the connection request has no salt and no iat in its protected header"));
      return new AskedRequest(request, null, salt.issued().toEpochMilli());
    }
    Optional<RequestEnvelope> envelope = caller.envelope();
    return new AskedRequest(
        request,
        envelope.map(e -> SignedDigest.of(e.signature())).orElse(null),
        envelope.map(e -> e.claims().issued().toEpochMilli()).orElse(null));
  }

  Udf device() {
    return request.device().identifier();
  }

  /** True if both have a time and this one is signed before {@code time}. */
  boolean isBefore(@Nullable Long time) {
    return issued != null && time != null && issued < time;
  }
}
