package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A search for the headers and wrapped keys that may be for one key (RFC 7516 5.2). */
final class JweHeaders {

  private static final int KIDS_SHOWN = 4;

  /** The most recipients with which one key is tried, since each costs a private operation. */
  static final int MOST_TRIED = 16;

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

  /**
   * A recipient whose header was not yet read.
   *
   * @param common the protected and the shared header members
   */
  record Candidate(ObjectNode common, WrappedKey recipient) {

    /** Joins and checks the header. */
    Match match() {
      return JweHeaders.match(Headers.join(common.deepCopy(), recipient.header()), recipient);
    }
  }

  /**
   * The recipients with this key identifier; if there are none, those that have no identifier,
   * since the message does not say whose they are.
   *
   * @param nameless the algorithm of recipients without an identifier; null for none of them
   */
  static List<Candidate> find(JsonWebEncryption message, String kid, @Nullable String nameless) {
    ObjectNode common = common(message);
    List<WrappedKey> named = new ArrayList<>();
    List<WrappedKey> unnamed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (WrappedKey recipient : message.recipients()) {
      ObjectNode own = recipient.header();
      String name = text(common, own, "kid");
      if (kid.equals(name)) {
        named.add(recipient);
      } else if (name == null && nameless != null && nameless.equals(text(common, own, "alg"))) {
        unnamed.add(recipient);
      } else {
        others.add(name == null ? "" : name);
      }
    }
    if (named.isEmpty() && unnamed.isEmpty()) {
      throw noRecipient(kid, others);
    }
    return candidates(common, named.isEmpty() ? unnamed : named);
  }

  static JoseException.NoRecipient noRecipient(String kid, List<String> others) {
    return new JoseException.NoRecipient(
        "the message is not for " + Quote.text(kid) + " but for " + shown(others),
        "use the key of a recipient, or ask the sender to add this one");
  }

  /** The recipients of the key's algorithm and, if both have one, its identifier. */
  static List<Candidate> find(JsonWebEncryption message, ForeignJwk key) {
    ObjectNode common = common(message);
    List<WrappedKey> found = new ArrayList<>();
    for (WrappedKey recipient : message.recipients()) {
      ObjectNode own = recipient.header();
      String name = text(common, own, "kid");
      boolean named = key.kid() == null || name == null || name.equals(key.kid());
      if (named && ForeignAlgorithms.inHeader(key.alg()).equals(text(common, own, "alg"))) {
        found.add(recipient);
      }
    }
    if (found.isEmpty()) {
      throw new JoseException.NoRecipient(
          "the message has no recipient with this key's identifier and alg \"" + key.alg() + "\"",
          "check that the right key was looked up");
    }
    return candidates(common, found);
  }

  /**
   * A member of a recipient's own or the common header; null if neither has it. One that is not a
   * string is empty: it is of no key, and no reason to refuse another recipient.
   */
  private static @Nullable String text(ObjectNode common, @Nullable ObjectNode own, String name) {
    JsonNode value = (own != null && own.has(name) ? own : common).get(name);
    if (value == null) {
      return null;
    }
    return value.isString() ? value.asString() : "";
  }

  private static List<Candidate> candidates(ObjectNode common, List<WrappedKey> recipients) {
    if (recipients.size() > MOST_TRIED) {
      throw JoseException.Malformed.of(
          recipients.size()
              + " recipients of the message may be this key, and at most "
              + MOST_TRIED
              + " are tried: the sender has to name them with \"kid\"");
    }
    return recipients.stream().map(recipient -> new Candidate(common, recipient)).toList();
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

  private static String shown(String kid) {
    return kid.isEmpty() ? "one without a name" : Quote.of(kid);
  }

  private static String shown(List<String> kids) {
    String list =
        String.join(", ", kids.stream().limit(KIDS_SHOWN).map(JweHeaders::shown).toList());
    return kids.size() > KIDS_SHOWN ? list + " and " + (kids.size() - KIDS_SHOWN) + " more" : list;
  }
}
