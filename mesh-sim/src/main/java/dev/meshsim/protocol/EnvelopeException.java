package dev.meshsim.protocol;

import dev.meshsim.error.MeshException;

/** A signed request that is not put together as {@link RequestEnvelope} says. */
public final class EnvelopeException extends MeshException {

  private static final long serialVersionUID = 1L;

  EnvelopeException(String why) {
    super(
        "protocol.bad-envelope",
        "the signed request cannot be read: " + why,
        "sign the request again with a client of this protocol version");
  }
}
