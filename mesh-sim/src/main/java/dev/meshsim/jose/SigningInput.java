package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import java.util.Arrays;

/** The input of a signature or an authentication tag: base64url parts joined by dots. */
final class SigningInput {

  private SigningInput() {}

  /** {@code BASE64URL(first) || '.' || BASE64URL(second)} (RFC 7515 5.1). */
  static byte[] of(Bytes first, Bytes second) {
    byte[] head = of(first);
    byte[] tail = of(second);
    byte[] joined = Arrays.copyOf(head, head.length + 1 + tail.length);
    joined[head.length] = '.';
    System.arraycopy(tail, 0, joined, head.length + 1, tail.length);
    return joined;
  }

  /** {@code BASE64URL(only)} (RFC 7516 5.1 step 14). */
  static byte[] of(Bytes only) {
    return only.base64UrlOctets();
  }
}
