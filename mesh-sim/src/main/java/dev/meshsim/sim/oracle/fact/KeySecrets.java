package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The octets of secrets, so that an oracle can look for them. */
public final class KeySecrets {

  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "k");

  private KeySecrets() {}

  /** The private numbers of a key, each as its octets; none if the key was cleared. */
  public static List<byte[]> of(PrivateJwk key) {
    List<byte[]> secrets = new ArrayList<>();
    try (SecretBytes json = key.toJson(null)) {
      JsonNode members = MeshJson.readTree(exposed(json));
      for (String name : PRIVATE) {
        String text = members.path(name).asString("");
        if (!text.isEmpty()) {
          secrets.add(Base64.getUrlDecoder().decode(text));
        }
      }
    } catch (IllegalStateException e) {
      // It was cleared, so it is no longer there to be found.
      return List.of();
    }
    return secrets;
  }

  /** The octets of a secret. */
  public static byte[] of(SecretBytes secret) {
    return secret.expose();
  }

  /** The octets of a secret that a person has asked to see. */
  public static Bytes exposed(SecretBytes secret) {
    byte[] octets = secret.expose();
    try {
      return Bytes.of(octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }
}
