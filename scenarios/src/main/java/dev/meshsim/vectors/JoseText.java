package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JOSE objects as trees and texts, for changes that no library would write. */
final class JoseText {

  private static final Pattern BASE64 =
      Pattern.compile(
          "(\"(?:protected|iv|encrypted_key|ciphertext|payload|signature)\": ?\")"
              + "([A-Za-z0-9_-]*)\"");

  private JoseText() {}

  /** The members of an object as {@code dialect} writes them. */
  static ObjectNode tree(Dialect dialect, Object value) {
    JsonNode tagged = TolerantJson.read(dialect.json().write("Object", value));
    return (ObjectNode) tagged.path("Object");
  }

  /** The text that {@code dialect} would write. */
  static String text(Dialect dialect, JsonNode tree) {
    return dialect == Dialect.MESH ? MeshJson.write(tree).utf8() : JsonLayout.of(tree);
  }

  /**
   * Folds base64 as the reference implementation did: a raw line feed first and after each 64
   * characters.
   */
  static String folded(String text) {
    return BASE64
        .matcher(text)
        .replaceAll(m -> m.group(1) + "\n" + m.group(2).replaceAll("(.{64})(?=.)", "$1\n") + "\"");
  }

  /** Changes one octet; a negative place counts from the end. */
  static String altered(String base64Url, int place) {
    byte[] octets = Bytes.base64Url(base64Url).toArray();
    octets[place < 0 ? octets.length + place : place] ^= 1;
    return Bytes.of(octets).base64Url();
  }

  /** Cuts off all but the first octets. */
  static String cut(String base64Url, int octets) {
    return Bytes.of(Bytes.base64Url(base64Url).toArray(), 0, octets).base64Url();
  }

  /** Changes one octet in a member's base64url. */
  static ObjectNode alter(ObjectNode object, String member, int place) {
    return object.put(member, altered(object.path(member).stringValue(), place));
  }

  /** The only element of a list of objects. */
  static ObjectNode first(ObjectNode object, String list) {
    return (ObjectNode) object.path(list).path(0);
  }

  /** Base64url of a text's UTF-8. */
  static String encoded(String text) {
    return Bytes.utf8(text).base64Url();
  }
}
