package dev.meshsim.jose.key;

import dev.meshsim.bytes.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Adds secret members to a JSON object's text, by hand: a JSON library would leave copies of them
 * in strings and buffers that nobody clears.
 */
public final class PrivateMembers {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private PrivateMembers() {}

  /**
   * {@code object} ends in {@code '}'} and has a member; the arrays of {@code members} are cleared.
   */
  public static SecretBytes append(byte[] object, Map<String, byte[]> members) {
    int room = object.length;
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      room += member.getKey().length() + 6 + (member.getValue().length * 4 + 2) / 3;
    }
    byte[] text = Arrays.copyOf(object, room);
    int at = object.length - 1;
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      byte[] encoded = BASE64URL.encode(member.getValue());
      at = put(text, at, (",\"" + member.getKey() + "\":\"").getBytes(StandardCharsets.UTF_8));
      at = put(text, at, encoded);
      at = put(text, at, new byte[] {'"'});
      Arrays.fill(encoded, (byte) 0);
      Arrays.fill(member.getValue(), (byte) 0);
    }
    text[at] = '}';
    return SecretBytes.moveFrom(text);
  }

  private static int put(byte[] text, int at, byte[] part) {
    System.arraycopy(part, 0, text, at, part.length);
    return at + part.length;
  }
}
