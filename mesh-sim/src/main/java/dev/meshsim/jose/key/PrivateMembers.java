package dev.meshsim.jose.key;

import dev.meshsim.bytes.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A writer of secret JSON members. It does not use a JSON library, which would leave copies in
 * strings and buffers that cannot be cleared.
 */
public final class PrivateMembers {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private PrivateMembers() {}

  /**
   * Appends base64url members to a JSON object and clears the arrays of {@code members}.
   *
   * @param object UTF-8 text of an object with at least one member, ending in a closing brace
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
