package dev.meshsim.audit;

import dev.meshsim.audit.record.EncryptedForm;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A printer of objects as indented trees, one line for each member. Base64 members with JSON in
 * them are unpacked; secret members are not shown.
 */
final class ObjectTree {

  private static final Set<String> BINARY =
      Set.of(
          "signature",
          "encrypted_key",
          "ciphertext",
          "iv",
          "tag",
          "aad",
          "val",
          "n",
          "e",
          "x",
          "y",
          "X509Certificate",
          "X509CSR");
  private static final Set<String> SECRET =
      Set.of("d", "p", "q", "dp", "dq", "qi", "k", "Private", "PrivateParameters", "Password");
  private static final int DEEPEST = 12;
  private static final int SHOWN_OCTETS = 8;

  private final Consumer<String> lines;
  private int nesting;

  ObjectTree(Consumer<String> lines) {
    this.lines = lines;
  }

  void print(JsonNode object) {
    members(object, 4);
  }

  private void members(JsonNode node, int indent) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member(object, member.getKey(), member.getValue(), indent);
      }
    } else {
      int index = 0;
      for (JsonNode element : node) {
        value("[" + index++ + "]", element, indent);
      }
    }
  }

  private void member(ObjectNode around, String name, JsonNode value, int indent) {
    JsonNode plain = name.equals("ciphertext") ? EncryptedForm.plain(around) : null;
    if (SECRET.contains(name) || name.startsWith("PrivateKey")) {
      line(name, "not shown", indent);
    } else if (value.isString() && isEncoded(around, name)) {
      decoded(name, TolerantBase64.decode(value.stringValue()), indent);
    } else if (plain != null) {
      value(name + " (not encrypted)", plain, indent);
    } else if (value.isString() && BINARY.contains(name)) {
      line(name, octets(TolerantBase64.decode(value.stringValue())), indent);
    } else {
      value(name, value, indent);
    }
  }

  /** True for base64 members that contain JSON. */
  private static boolean isEncoded(ObjectNode around, String name) {
    return switch (name) {
      case "payload", "header" -> SignedForm.isSigned(around);
      case "protected" -> true;
      default -> false;
    };
  }

  private void decoded(String name, Bytes octets, int indent) {
    JsonNode tree = nesting == DEEPEST ? null : parse(octets);
    if (tree == null) {
      line(name, octets(octets), indent);
      return;
    }
    nesting++;
    value(name, tree, indent);
    nesting--;
  }

  private static @Nullable JsonNode parse(Bytes octets) {
    try {
      return TolerantJson.read(octets);
    } catch (MeshException e) {
      return null;
    }
  }

  private void value(String name, JsonNode value, int indent) {
    if (value.isContainer() && !value.isEmpty()) {
      line(name, "", indent);
      members(value, indent + 2);
    } else {
      line(name, value.isString() ? value.stringValue() : value.toString(), indent);
    }
  }

  private static String octets(Bytes octets) {
    int shown = Math.min(SHOWN_OCTETS, octets.length());
    return Bytes.of(octets.toArray(), 0, shown).hex()
        + (shown < octets.length() ? "..." : "")
        + " ("
        + octets.length()
        + " octets)";
  }

  private void line(String name, String value, int indent) {
    String text = " ".repeat(indent) + Quote.brief(name);
    lines.accept(value.isEmpty() ? text : text + ": " + Quote.brief(value));
  }
}
