package dev.meshsim.audit.record;

import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the generation of an encrypted object from its protected header (formats 4.2). */
public final class EncryptedForm {

  private EncryptedForm() {}

  /** True of an encrypted object of any generation. */
  static boolean isEncrypted(JsonNode node) {
    return node instanceof ObjectNode object && object.has("ciphertext");
  }

  /** The generation, or unknown if this is no encrypted object or does not say. */
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
   * The plain text that stands as the ciphertext where nothing says how it was encrypted, or null:
   * so the applications of 2015 were written.
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
