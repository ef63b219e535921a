package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.SignedEntry;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 digest by which one signed object names another.
 *
 * <p>It is over the JWS signing input of the object's first signature (RFC 7515 5.1): {@code
 * BASE64URL(protected header) || '.' || BASE64URL(payload)} in ASCII, without padding, where both
 * parts are the decoded octets that the object carries. It is computed in this way in both
 * dialects, also where the signature covers other octets. The signature value is not part of it:
 * some algorithms allow a second valid value for the signed octets.
 */
public final class SignedDigest {

  /** The length of a digest, in octets. */
  public static final int OCTETS = 32;

  private SignedDigest() {}

  /** The digest of a signed object. */
  public static Bytes of(SignedEntry signed) {
    return of(signed.signedData());
  }

  /** The digest of a signature object. */
  public static Bytes of(JsonWebSignature signed) {
    String input =
        signed.signatures().get(0).protectedHeader().base64Url()
            + '.'
            + signed.payload().base64Url();
    return sha256(Bytes.of(input.getBytes(StandardCharsets.US_ASCII)));
  }

  static Bytes sha256(Bytes octets) {
    return Sha256.of(octets);
  }
}
