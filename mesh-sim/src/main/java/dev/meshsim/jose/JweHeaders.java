package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A search for the header and wrapped key of one recipient (RFC 7516 5.2). */
final class JweHeaders {

  private static final int KIDS_SHOWN = 4;

  private JweHeaders() {}

  /**
   * The part of the message for one recipient.
   *
   * @param header all header members that apply: protected, shared and its own
   * @param encryptedKey the wrapped content key; empty if absent
   */
  record Match(ObjectNode header, byte[] encryptedKey) {

    void expectAlgorithm(String expected) {
      String alg = Headers.text(header, "alg");
      if (!alg.equals(expected)) {
        throw new JoseException.AlgorithmMismatch(
            "the message says alg " + Quote.text(alg) + "; the key is for \"" + expected + "\"",
            "check that the right key was looked up; if so, the message was tampered with");
      }
    }

    void expectContent(ContentEncryption expected) {
      String enc = Headers.text(header, "enc");
      if (!enc.equals(expected.joseName())) {
        throw new JoseException.UnsupportedAlgorithm(
            "the content is encrypted with " + Quote.text(enc),
            "ask the sender to encrypt with " + expected.joseName());
      }
    }
  }

  /** The first recipient with this key identifier. */
  static Match find(JsonWebEncryption message, String kid) {
    ObjectNode common = common(message);
    List<String> others = new ArrayList<>();
    for (WrappedKey recipient : message.recipients()) {
      ObjectNode header = Headers.join(common.deepCopy(), recipient.header());
      String name = header.has("kid") ? Headers.text(header, "kid") : "";
      if (name.equals(kid)) {
        return match(header, recipient);
      }
      others.add(name);
    }
    throw noRecipient(kid, others);
  }

  static JoseException.NoRecipient noRecipient(String kid, List<String> others) {
    return new JoseException.NoRecipient(
        "the message is not for " + Quote.text(kid) + " but for " + shown(others),
        "use the key of a recipient, or ask the sender to add this one");
  }

  /** The first recipient that matches the key's algorithm and, if both have one, its identifier. */
  static Match find(JsonWebEncryption message, ForeignJwk key) {
    ObjectNode common = common(message);
    for (WrappedKey recipient : message.recipients()) {
      ObjectNode header = Headers.join(common.deepCopy(), recipient.header());
      String kid = key.kid();
      boolean named = kid == null || !header.has("kid") || kid.equals(Headers.text(header, "kid"));
      if (named && ForeignAlgorithms.inHeader(key.alg()).equals(Headers.text(header, "alg"))) {
        return match(header, recipient);
      }
    }
    throw new JoseException.NoRecipient(
        "the message has no recipient with this key's identifier and alg \"" + key.alg() + "\"",
        "check that the right key was looked up");
  }

  private static ObjectNode common(JsonWebEncryption message) {
    ObjectNode common = Headers.read(message.protectedHeader());
    Headers.text(common, "enc");
    return Headers.join(common, message.unprotected());
  }

  private static Match match(ObjectNode header, WrappedKey recipient) {
    Headers.refuseExtensions(header);
    if (header.has("zip")) {
      throw new JoseException.UnsupportedAlgorithm(
          "the plaintext is compressed (\"zip\")",
          "ask the sender for an uncompressed one: compression leaks lengths and allows bombs");
    }
    Bytes encryptedKey = recipient.encryptedKey();
    return new Match(header, encryptedKey == null ? new byte[0] : encryptedKey.toArray());
  }

  private static String shown(List<String> kids) {
    String list = String.join(", ", kids.stream().limit(KIDS_SHOWN).map(Quote::of).toList());
    return kids.size() > KIDS_SHOWN ? list + " and " + (kids.size() - KIDS_SHOWN) + " more" : list;
  }
}
