package dev.meshsim.profile;

import dev.meshsim.bytes.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts secret and public text together without leaving copies behind. */
final class SecretBuilder {

  private byte[] octets = new byte[256];
  private int length;

  SecretBuilder text(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  SecretBuilder secret(SecretBytes secret) {
    return append(secret.expose());
  }

  SecretBytes finish() {
    SecretBytes result = SecretBytes.moveFrom(Arrays.copyOf(octets, length));
    Arrays.fill(octets, (byte) 0);
    return result;
  }

  private SecretBuilder append(byte[] more) {
    if (length + more.length > octets.length) {
      byte[] larger = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more.length));
      Arrays.fill(octets, (byte) 0);
      octets = larger;
    }
    System.arraycopy(more, 0, octets, length, more.length);
    length += more.length;
    Arrays.fill(more, (byte) 0);
    return this;
  }
}
