package dev.meshsim.audit.record;

import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recognition of encrypted objects and of their generation, by the protected header. */
public final class EncryptedForm {

  private EncryptedForm() {}

  /** True for an encrypted object of any generation. */
  static boolean isEncrypted(JsonNode node) {
    return node instanceof ObjectNode object && object.has("ciphertext");
  }

  /** The generation; {@link Generation#UNKNOWN} if this is not an encrypted object or unclear. */
  public static Generation generation(JsonNode node) {
    if (!isEncrypted(node)) {
      return Generation.UNKNOWN;
    }
    try {
      JsonNode header =
          TolerantJson.read(TolerantBase64.decode(JsonMembers.textOr(node, "protected")));
      return switch (JsonMembers.textOr(header, "enc")) {
        case "A256CBC" -> Generation.Y2017;
        case "A256GCM" -> Generation.MESH;
        default -> earlier(header);
      };
    } catch (MeshException e) {
      return Generation.UNKNOWN;
    }
  }

  /**
   * The JSON plaintext in the member {@code ciphertext} of an object without a protected header, or
   * null. Applications of 2015 were written in this way, unencrypted.
   */
  public static @Nullable JsonNode plain(JsonNode node) {
    if (!isEncrypted(node) || node.has("protected")) {
      return null;
    }
    try {
      return TolerantJson.read(TolerantBase64.decode(JsonMembers.textOr(node, "ciphertext")));
    } catch (MeshException e) {
      return null;
    }
  }

  private static Generation earlier(JsonNode header) {
    if (header.has("alg")) {
      return Generation.Y2016;
    }
    return header.has("Header") ? Generation.Y2015 : Generation.UNKNOWN;
  }
}
