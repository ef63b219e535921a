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

  static Caller anonymous() {
    return new Caller(Optional.empty(), new Object());
  }

  static Caller signed(Dialect dialect, Encoding encoding, Bytes octets) {
    return new Caller(Optional.of(RequestEnvelope.open(dialect, encoding, octets)), new Object());
  }

  Bytes requestOr(Bytes octets) {
    return envelope.map(RequestEnvelope::request).orElse(octets);
  }
}
