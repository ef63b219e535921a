package dev.meshsim.dialect;

import dev.meshsim.json.TolerantBase64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the JSON tree of the reference implementation, of 2016 or 2017, to the {@code mesh}
 * dialect's members. It changes names, order and spelling of members but no signed octets.
 */
final class FromReference {

  /** Members whose strings are base64 of octets, here rewritten as clean base64url. */
  private static final Set<String> OCTETS =
      Set.of(
          "payload",
          "protected",
          "signature",
          "iv",
          "ciphertext",
          "tag",
          "aad",
          "encrypted_key",
          "n",
          "e",
          "d",
          "p",
          "q",
          "dp",
          "dq",
          "qi");

  /** Members that hold encryption keys; keys of all other members sign. */
  private static final Set<String> ENCRYPTION_KEYS =
      Set.of(
          "DeviceEncryptiontionKey",
          "MasterEscrowKeys",
          "EncryptionPGP",
          "EncryptionSMIME",
          "Encrypt");

  /** The tags around an RSA key, which carries no {@code kty}. */
  private static final Set<String> KEY_TAGS = Set.of("PublicKeyRSA", "PrivateKeyRSA");

  /** Member names of 2016 with their names of 2017. */
  private static final Map<String, String> RENAMED =
      Map.of("SignID", "AdminDeviceUDF", "DecryptID", "DecryptDeviceUDF");

  /**
   * Objects whose {@code Updated} member is required here but was never written by the reference.
   */
  private static final Set<String> DATED =
      Set.of(
          "MasterProfile",
          "PersonalProfile",
          "PasswordProfile",
          "BookmarkProfile",
          "ContactProfile",
          "CredentialProfile",
          "MailProfile",
          "NetworkProfile",
          "SSHProfile");

  /** Responses to which the reference gives no status; its default is success. */
  private static final Set<String> WITHOUT_STATUS =
      Set.of(
          "HelloResponse",
          "ConnectStartResponse",
          "ConnectStatusResponse",
          "ConnectPendingResponse",
          "ConnectCompleteResponse");

  private static final int SUCCESS = 201;
  private static final String LONG_AGO = "1970-01-01T00:00:00Z";

  private FromReference() {}

  /** Returns the converted tree; {@code tree} is not changed. */
  static JsonNode shape(JsonNode tree) {
    return shape("", tree);
  }

  private static JsonNode shape(String name, JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      return object(name, object);
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode shaped = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> shaped.add(shape(name, element)));
      return shaped;
    }
    if (tree.isString() && OCTETS.contains(name)) {
      String clean = TolerantBase64.decode(tree.stringValue()).base64Url();
      return JsonNodeFactory.instance.stringNode(clean);
    }
    return tree;
  }

  // Objects are recognized by their members: inner objects of fixed class carry no tag.
  private static JsonNode object(String name, ObjectNode object) {
    if (object.has("payload") && (object.has("signatures") || object.has("signature"))) {
      return signature(object);
    }
    if (object.has("ciphertext")) {
      return encryption(object);
    }
    if (object.has("PublicParameters")) {
      return publicKey(name, object);
    }
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (KEY_TAGS.contains(member.getKey())) {
        shaped.set(member.getKey(), typed(name, member.getValue()));
        continue;
      }
      String key = RENAMED.getOrDefault(member.getKey(), member.getKey());
      if (key.equals("EncryptedData") && name.endsWith("Profile")) {
        shaped.putObject("SharedPrivate").set("JoseWebEncryption", shape(key, member.getValue()));
      } else {
        shaped.set(key, shape(key, member.getValue()));
      }
    }
    if (DATED.contains(name) && !shaped.has("Updated")) {
      shaped.put("Updated", LONG_AGO);
    }
    if (WITHOUT_STATUS.contains(name) && !shaped.has("Status")) {
      shaped.put("Status", SUCCESS);
    }
    if (name.equals("ConnectionResult") && !shaped.has("ParentUDF")) {
      JsonNode profile = shaped.path("Profile").path("SignedPersonalProfile").path("Identifier");
      if (profile.isString()) {
        shaped.set("ParentUDF", profile);
      }
    }
    return shaped;
  }

  private static ObjectNode signature(ObjectNode signed) {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    shaped.set("payload", shape("payload", signed.path("payload")));
    ArrayNode signatures = shaped.putArray("signatures");
    if (signed.has("signature")) {
      ObjectNode only = signatures.addObject();
      only.set("protected", shape("protected", signed.path("header")));
      only.set("signature", shape("signature", signed.path("signature")));
    } else {
      signed.path("signatures").forEach(signature -> signatures.add(shape("", signature)));
    }
    return shaped;
  }

  private static ObjectNode encryption(ObjectNode encrypted) {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    encrypted.properties().stream()
        .filter(member -> !member.getKey().equals("recipients"))
        .forEach(member -> shaped.set(member.getKey(), shape(member.getKey(), member.getValue())));
    ArrayNode recipients = shaped.putArray("recipients");
    for (JsonNode recipient : encrypted.path("recipients")) {
      if (!recipient.isObject()) {
        recipients.add(recipient);
        continue;
      }
      ObjectNode only = recipients.addObject();
      JsonNode header = recipient.has("Header") ? recipient.get("Header") : recipient.get("header");
      if (header != null) {
        only.set("header", header);
      }
      if (recipient.has("encrypted_key")) {
        only.set("encrypted_key", shape("encrypted_key", recipient.path("encrypted_key")));
      }
    }
    if (recipients.isEmpty()) {
      recipients.addObject();
    }
    if (!shaped.has("tag")) {
      shaped.put("tag", "");
    }
    return shaped;
  }

  /**
   * Keeps fingerprint and key and drops certificates: those of 2017 are malformed and not needed.
   */
  private static ObjectNode publicKey(String role, ObjectNode key) {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    if (key.has("UDF")) {
      shaped.set("UDF", key.path("UDF"));
    }
    shaped.set("PublicParameters", shape(role, key.path("PublicParameters")));
    return shaped;
  }

  /**
   * Adds {@code kty} and {@code alg} to an RSA key; its place in the object implies the algorithm.
   */
  private static ObjectNode typed(String role, JsonNode members) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    typed.put("kty", "RSA");
    typed.put("alg", ENCRYPTION_KEYS.contains(role) ? "RSA-OAEP" : "RS512");
    members.properties().stream()
        .filter(member -> !typed.has(member.getKey()))
        .forEach(member -> typed.set(member.getKey(), shape(member.getKey(), member.getValue())));
    return typed;
  }
}
