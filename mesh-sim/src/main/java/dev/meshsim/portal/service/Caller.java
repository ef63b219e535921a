package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.RequestEnvelope;
import java.util.Optional;

/**
 * Who makes a request: anybody, or the holder of the key that signed an envelope.
 *
 * @param token tells this use of the envelope from any other
 */
record Caller(Optional<RequestEnvelope> envelope, Object token) {

  static Caller anonymous() {
    return new Caller(Optional.empty(), new Object());
  }

  static Caller signed(Dialect dialect, Bytes octets) {
    return new Caller(Optional.of(RequestEnvelope.open(dialect, octets)), new Object());
  }

  Bytes requestOr(Bytes octets) {
    return envelope.map(RequestEnvelope::request).orElse(octets);
  }
}
