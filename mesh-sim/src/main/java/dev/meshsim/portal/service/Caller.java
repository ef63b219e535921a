package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protocol.RequestEnvelope;
import java.util.Optional;

/**
 * The maker of a request: anonymous, or the holder of the key that signed an envelope.
 *
 * @param token identifies this use of the envelope, by reference
 */
record Caller(Optional<RequestEnvelope> envelope, Object token) {

  /**
   * The maker of a request whose own octets were checked; those of a request in an envelope are
   * checked here.
   */
  static Caller of(Dialect dialect, Encoding encoding, Bytes octets, boolean signed) {
    if (!signed) {
      return new Caller(Optional.empty(), new Object());
    }
    RequestEnvelope envelope = RequestEnvelope.open(dialect, encoding, octets);
    RequestCheck.octets(Encoding.JSON, envelope.request());
    return new Caller(Optional.of(envelope), new Object());
  }

  Bytes requestOr(Bytes octets) {
    return envelope.map(RequestEnvelope::request).orElse(octets);
  }
}
