package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import java.util.Base64;
import java.util.Optional;

/** Base64 of the standard alphabet (RFC 4648 section 4) in its one spelling: padded, no rest. */
final class StrictBase64 {

  private StrictBase64() {}

  static String of(Bytes octets) {
    return Base64.getEncoder().encodeToString(octets.toArray());
  }

  /** Decodes a text; empty if it is any other spelling of octets, or none. */
  static Optional<Bytes> parse(String text) {
    try {
      Bytes octets = Bytes.of(Base64.getDecoder().decode(text));
      return of(octets).equals(text) ? Optional.of(octets) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
