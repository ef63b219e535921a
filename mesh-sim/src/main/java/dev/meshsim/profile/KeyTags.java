package dev.meshsim.profile;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The tags that name a key's type: {@code PublicKey} or {@code PrivateKey} and the JWK's kty. */
final class KeyTags {

  private static final String PUBLIC = "PublicKey";
  private static final String PRIVATE = "PrivateKey";

  private KeyTags() {}

  static String publicTag(JsonNode members) {
    return PUBLIC + kty(members);
  }

  static String privateTag(JsonNode members) {
    return PRIVATE + kty(members);
  }

  static JsonNode untagPublic(JsonNode tagged) {
    return untag(tagged, PUBLIC);
  }

  static JsonNode untagPrivate(JsonNode tagged) {
    return untag(tagged, PRIVATE);
  }

  private static String kty(JsonNode members) {
    JsonNode kty = members.get("kty");
    return kty == null ? "" : kty.asString();
  }

  private static JsonNode untag(JsonNode tagged, String prefix) {
    if (tagged.isObject() && tagged.size() == 1) {
      Map.Entry<String, JsonNode> only = tagged.properties().iterator().next();
      if (only.getKey().equals(prefix + kty(only.getValue()))) {
        return only.getValue();
      }
    }
    throw new IllegalArgumentException(
        "a key is written in one tag: " + prefix + " and its kty (OKP, EC or RSA)");
  }
}
