package dev.meshsim.json.binary;

import java.util.Set;

/**
 * The members of messages that are binary data: those of JWS (RFC 7515) and JWE (RFC 7516). In JSON
 * they are base64url.
 */
public final class BinaryMembers {

  /** Their names. */
  public static final Set<String> NAMES =
      Set.of(
          "payload", "protected", "signature", "aad", "iv", "ciphertext", "tag", "encrypted_key");

  private BinaryMembers() {}
}
