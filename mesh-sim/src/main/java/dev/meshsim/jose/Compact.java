package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonLimits;
import java.util.List;

/** The compact serializations (RFC 7515 7.1, RFC 7516 7.1): base64url parts joined by dots. */
final class Compact {

  private static final int SIGNATURE_PARTS = 3;
  private static final int ENCRYPTION_PARTS = 5;

  private Compact() {}

  static String write(JsonWebSignature signed) {
    Signature only = signed.signatures().get(0);
    if (signed.signatures().size() != 1 || only.header() != null) {
      throw notCompact();
    }
    return join(only.protectedHeader(), signed.payload(), only.signature());
  }

  static JsonWebSignature readSignature(String text) {
    Bytes[] parts = split(text, SIGNATURE_PARTS);
    return new JsonWebSignature(parts[1], List.of(new Signature(parts[0], null, parts[2])));
  }

  static String write(JsonWebEncryption message) {
    WrappedKey only = message.recipients().get(0);
    if (message.recipients().size() != 1
        || only.header() != null
        || message.unprotected() != null
        || message.aad() != null) {
      throw notCompact();
    }
    Bytes key = only.encryptedKey();
    return join(
        message.protectedHeader(),
        key == null ? Bytes.EMPTY : key,
        message.iv(),
        message.ciphertext(),
        message.tag());
  }

  static JsonWebEncryption readEncryption(String text) {
    Bytes[] parts = split(text, ENCRYPTION_PARTS);
    WrappedKey key = new WrappedKey(null, parts[1].length() == 0 ? null : parts[1]);
    return new JsonWebEncryption(parts[0], null, List.of(key), null, parts[2], parts[3], parts[4]);
  }

  private static IllegalArgumentException notCompact() {
    return new IllegalArgumentException(
        "the compact form needs one signature or recipient and a header that is wholly protected");
  }

  private static String join(Bytes... parts) {
    StringBuilder text = new StringBuilder();
    for (Bytes part : parts) {
      text.append(text.isEmpty() ? "" : ".").append(part.base64Url());
    }
    return text.toString();
  }

  private static Bytes[] split(String text, int expected) {
    if (text.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JoseException.Malformed.of(
          "the compact form has "
              + text.length()
              + " characters; at most "
              + JsonLimits.DOCUMENT_OCTETS
              + " are read");
    }
    String[] parts = text.split("\\.", expected + 1);
    if (parts.length != expected) {
      throw JoseException.Malformed.of(
          "the compact form must have " + expected + " parts joined by dots");
    }
    Bytes[] octets = new Bytes[expected];
    for (int i = 0; i < expected; i++) {
      try {
        octets[i] = Bytes.base64Url(parts[i]);
      } catch (IllegalArgumentException e) {
        throw JoseException.Malformed.of(
            "part " + (i + 1) + " of the compact form is not base64url");
      }
    }
    return octets;
  }
}
