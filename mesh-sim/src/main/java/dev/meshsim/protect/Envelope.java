package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the content coding {@code jose-jwb} (json-web-service-03 section 6.2): preamble,
 * separator, payload, separator, postscript. The payload is everything between the first and the
 * last separator, so it may hold separators; the other parts are UTF-8 JSON and cannot.
 *
 * @param preamble the protected header, a JSON object; its exact octets are authenticated
 * @param payload the signed or encrypted octets
 * @param postscript a JSON object: the signature, or the wrapped key, the initialization vector and
 *     the tag
 */
public record Envelope(Bytes preamble, Bytes payload, Bytes postscript) {

  /** The name of the content coding in the header {@code Content-Encoding}. */
  public static final String CODING = "jose-jwb";

  /** The record separator of ASCII. */
  public static final int SEPARATOR = 0x1E;

  /** The most octets of a preamble, and of a postscript. */
  public static final int PART_OCTETS = 16 * 1024;

  /** The most octets of an envelope: two layers around the largest message. */
  public static final int MOST_OCTETS = JsonLimits.DOCUMENT_OCTETS + 4 * (PART_OCTETS + 1);

  /**
   * Cuts a message into its parts. They are not verified.
   *
   * @throws ProtectException {@code protect.malformed} if it has no two separators or a part is too
   *     long
   */
  public static Envelope read(Bytes message) {
    if (message.length() > MOST_OCTETS) {
      throw ProtectException.malformed("it has more than " + MOST_OCTETS + " octets");
    }
    byte[] octets = message.toArray();
    int first = indexOf(octets, 0, Math.min(octets.length, PART_OCTETS + 1), 1);
    if (first < 0) {
      throw ProtectException.malformed("no preamble ends in its first octets");
    }
    int least = Math.max(first, octets.length - PART_OCTETS - 2);
    int last = indexOf(octets, octets.length - 1, least, -1);
    if (last < 0) {
      throw ProtectException.malformed("no postscript begins in its last octets");
    }
    return new Envelope(
        Bytes.of(octets, 0, first),
        Bytes.of(octets, first + 1, last),
        Bytes.of(octets, last + 1, octets.length));
  }

  /** True if octets hold a separator, which JSON never does. */
  public static boolean mayBe(Bytes octets) {
    for (int at = 0; at < octets.length(); at++) {
      if (octets.at(at) == SEPARATOR) {
        return true;
      }
    }
    return false;
  }

  private static int indexOf(byte[] octets, int from, int end, int step) {
    for (int at = from; at != end; at += step) {
      if (octets[at] == SEPARATOR) {
        return at;
      }
    }
    return -1;
  }

  /** The octets that travel. */
  public Bytes write() {
    byte[] head = preamble.toArray();
    byte[] body = payload.toArray();
    byte[] tail = postscript.toArray();
    byte[] all = Arrays.copyOf(head, head.length + body.length + tail.length + 2);
    all[head.length] = SEPARATOR;
    System.arraycopy(body, 0, all, head.length + 1, body.length);
    all[head.length + 1 + body.length] = SEPARATOR;
    System.arraycopy(tail, 0, all, head.length + body.length + 2, tail.length);
    return Bytes.of(all);
  }

  /**
   * The preamble as JSON.
   *
   * @throws ProtectException {@code protect.malformed} if it is not an object
   */
  ObjectNode header() {
    return object("preamble", preamble);
  }

  /**
   * The postscript as JSON, with exactly these members. Nothing authenticates it, so only one
   * spelling is accepted: no white space and no escapes.
   *
   * @throws ProtectException {@code protect.malformed} if it has others, or another spelling
   */
  ObjectNode trailer(String... members) {
    ObjectNode trailer = object("postscript", postscript);
    int shortest = "{}".length() + members.length - 1;
    for (String member : members) {
      if (!trailer.path(member).isString()) {
        throw ProtectException.malformed("its postscript lacks the text " + member);
      }
      shortest += "\"\":\"\"".length() + member.length();
      shortest += trailer.path(member).stringValue().length();
    }
    if (trailer.size() != members.length) {
      throw ProtectException.malformed("its postscript has members of another kind of message");
    }
    // Whatever else spells the same members is longer.
    if (postscript.length() != shortest) {
      throw ProtectException.malformed("its postscript has white space or escapes");
    }
    return trailer;
  }

  private static ObjectNode object(String part, Bytes text) {
    try {
      if (text.length() <= PART_OCTETS && MeshJson.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonException e) {
      throw ProtectException.malformed("its " + part + " is not JSON: " + e.problem());
    }
    throw ProtectException.malformed("its " + part + " is not a JSON object of fair size");
  }
}
