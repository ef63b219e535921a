package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Header objects of JWS and JWE: written in a given order, read strictly. */
final class Headers {

  private static final Set<String> RESERVED =
      Set.of("alg", "enc", "kid", "epk", "crit", "b64", "zip", "apu", "apv", "iv", "tag", "val");

  private Headers() {}

  /** Writes the members of {@code first} and then of {@code extra}; see {@link #addExtra}. */
  static Bytes write(Map<String, Object> first, Map<String, Object> extra) {
    Map<String, Object> all = new LinkedHashMap<>(first);
    addExtra(all, extra);
    return MeshJson.write(all);
  }

  /**
   * Adds the caller's members.
   *
   * @throws IllegalArgumentException if one is reserved, because it would change how the message is
   *     read
   */
  static void addExtra(Map<String, Object> all, Map<String, Object> extra) {
    for (Map.Entry<String, Object> member : extra.entrySet()) {
      if (RESERVED.contains(member.getKey())) {
        throw new IllegalArgumentException("header member \"" + member.getKey() + "\" is reserved");
      }
      all.put(member.getKey(), member.getValue());
    }
  }

  /** Parses a protected header of UTF-8 JSON; an empty one has no members. */
  static ObjectNode read(Bytes header) {
    if (header.length() == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!(MeshJson.readTree(header) instanceof ObjectNode members)) {
      throw JoseException.Malformed.of("a header is a JSON object");
    }
    return members;
  }

  /** Refuses extensions that a reader must understand (RFC 7515 4.1.11, RFC 7797). */
  static void refuseExtensions(JsonNode members) {
    if (members.has("crit")) {
      throw new JoseException.UnsupportedAlgorithm(
          "the header makes extensions critical: " + Quote.text(members.get("crit").toString()),
          "no extension is supported; ask the sender for a message without \"crit\"");
    }
    JsonNode b64 = members.get("b64");
    if (b64 != null && !(b64.isBoolean() && b64.booleanValue())) {
      throw new JoseException.UnsupportedAlgorithm(
          "the header asks for an unencoded payload (\"b64\", RFC 7797)",
          "this is not supported; ask the sender for a base64url payload");
    }
  }

  static String text(JsonNode members, String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isString()) {
      throw JoseException.Malformed.of(
          value == null
              ? "the header has no member \"" + name + "\" where it is protected"
              : "header member \"" + name + "\" is not a string");
    }
    return value.asString();
  }

  static byte[] octets(JsonNode members, String name) {
    try {
      return Bytes.base64Url(text(members, name)).toArray();
    } catch (IllegalArgumentException e) {
      throw JoseException.Malformed.of("header member \"" + name + "\" is not base64url");
    }
  }

  /** Adds members to {@code target}; no name may occur twice (RFC 7515 7.2.1, RFC 7516 7.2.1). */
  static ObjectNode join(ObjectNode target, @Nullable ObjectNode more) {
    if (more != null) {
      for (Map.Entry<String, JsonNode> member : more.properties()) {
        if (target.has(member.getKey())) {
          throw JoseException.Malformed.of(
              "header member "
                  + Quote.text(member.getKey())
                  + " is both inside and outside \"protected\"");
        }
        target.set(member.getKey(), member.getValue());
      }
    }
    return target;
  }
}
