package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The SHA-256 digest of a JSON tree, the key of the cache of checked objects. The encoding is
 * injective: if different trees had one digest, an unverified signature would be accepted.
 */
public final class TreeDigest {

  private final MessageDigest digest = Sha256.begin();

  private TreeDigest() {}

  /**
   * The digest of {@code tree}.
   *
   * @param generation the generation of the enclosing object, which affects how the tree is read
   */
  public static Bytes of(JsonNode tree, Generation generation) {
    TreeDigest digest = new TreeDigest();
    digest.put((byte) generation.ordinal(), 0);
    digest.add(tree);
    return Bytes.of(digest.digest.digest());
  }

  private void add(JsonNode node) {
    if (node.isObject()) {
      put((byte) '{', node.size());
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        text((byte) ':', member.getKey());
        add(member.getValue());
      }
    } else if (node.isArray()) {
      put((byte) '[', node.size());
      for (JsonNode element : node) {
        add(element);
      }
    } else if (node.isString()) {
      text((byte) '"', node.stringValue());
    } else {
      text((byte) '#', node.toString());
    }
  }

  private void text(byte type, String text) {
    put(type, text.length());
    boolean narrow = isNarrow(text);
    digest.update((byte) (narrow ? 1 : 2));
    digest.update(narrow ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text));
  }

  /** Both octets of each UTF-16 unit; an encoder would replace an unpaired surrogate. */
  private static byte[] wide(String text) {
    byte[] octets = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      octets[2 * i] = (byte) (text.charAt(i) >> 8);
      octets[2 * i + 1] = (byte) text.charAt(i);
    }
    return octets;
  }

  /** True if all characters fit in one octet, which halves the octets to digest. */
  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  private void put(byte type, int count) {
    digest.update(
        new byte[] {
          type, (byte) (count >> 24), (byte) (count >> 16), (byte) (count >> 8), (byte) count
        });
  }
}
