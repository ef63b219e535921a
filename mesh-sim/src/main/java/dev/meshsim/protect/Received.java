package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import tools.jackson.databind.node.ObjectNode;

/**
 * An envelope as it came, with its preamble parsed once. Nothing is verified.
 *
 * @param octets the whole envelope
 * @param envelope its parts
 * @param header its preamble
 */
record Received(Bytes octets, Envelope envelope, ObjectNode header) {

  /**
   * Cuts octets into the parts of an envelope and parses the preamble.
   *
   * @throws ProtectException {@code protect.malformed} if they are no envelope
   */
  static Received read(Bytes octets) {
    Envelope envelope = Envelope.read(octets);
    return new Received(octets, envelope, envelope.header());
  }

  /** True if the preamble is that of a JWE. */
  boolean isEncrypted() {
    return header.has("enc");
  }
}
