package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
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

  static Caller signed(Bytes octets) {
    return new Caller(Optional.of(RequestEnvelope.open(octets)), new Object());
  }

  Bytes requestOr(Bytes octets) {
    return envelope.map(RequestEnvelope::request).orElse(octets);
  }
}
