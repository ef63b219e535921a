package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.Jws2017;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A builder of logs in the syntax of the reference implementation in 2015, 2016 or 2017, or of the
 * {@code mesh} dialect. Keys have names: {@code master}, {@code online}, {@code desktop}, {@code
 * ring}, {@code stranger}.
 */
final class SyntheticLog {

  private static final Map<String, PrivateJwk> KEYS = new ConcurrentHashMap<>();

  private final Generation generation;
  private final UdfFormat format;
  private final StringBuilder text = new StringBuilder();
  private int transaction;

  SyntheticLog(Generation generation) {
    this(generation, UdfFormat.PORTAL_2017);
  }

  SyntheticLog(Generation generation, UdfFormat format) {
    this.generation = generation;
    this.format = format;
    text.append(
        JsonLayout.of(
            object("Header", object().put("Type", "Data").put("Content", "application/mesh"))));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode object(String tag, JsonNode content) {
    return object().set(tag, content);
  }

  static ArrayNode array(JsonNode... elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(List.of(elements));
  }

  private PrivateJwk key(String name) {
    KeySpec spec = isMesh() ? KeySpec.ED25519 : KeySpec.RSA_2048_SIGN;
    return KEYS.computeIfAbsent(
        spec + name, n -> PrivateJwk.generate(spec, World.seeded(5).stream(name, "signature")));
  }

  private boolean isMesh() {
    return generation == Generation.MESH;
  }

  /** The fingerprint of a named key by the rule of the generation. */
  String udf(String name) {
    if (isMesh()) {
      return Udf.fingerprint(
              UdfFormat.MESH, ContentTypes.PKIX_KEYINFO, key(name).publicJwk().spki())
          .text();
    }
    Bytes octets =
        generation == Generation.Y2017
            ? key(name).publicJwk().pkcs1()
            : key(name).publicJwk().spki();
    return Udf.fingerprint(format, ContentTypes.X509_KEYINFO, octets).text();
  }

  ObjectNode publicKey(String name) {
    if (isMesh()) {
      ObjectNode okp = object("PublicKeyOKP", key(name).publicJwk().toJson(udf(name)));
      return object().put("UDF", udf(name)).set("PublicParameters", okp);
    }
    ObjectNode jwk = key(name).publicJwk().toJson(null);
    ObjectNode members =
        object()
            .put("kid", udf(name))
            .put("n", fold(Bytes.base64Url(jwk.get("n").stringValue())))
            .put("e", fold(Bytes.base64Url(jwk.get("e").stringValue())));
    ObjectNode made = object().put("UDF", udf(name));
    made.set("PublicParameters", object("PublicKeyRSA", members));
    return made;
  }

  /** A signed entry: the identifier and the signed payload. */
  ObjectNode signed(String identifier, String tag, ObjectNode payload, String signer) {
    Bytes octets = Bytes.utf8(layout(object(tag, payload)));
    return object().put("Identifier", identifier).set("SignedData", signedData(octets, signer));
  }

  ObjectNode signedData(Bytes payload, String signer) {
    if (isMesh()) {
      return (ObjectNode)
          MeshJson.toTree(
              Jws.sign(
                  payload, key(signer), udf(signer), World.seeded(6).stream(signer, "signing")));
    }
    if (generation == Generation.Y2017) {
      JsonWebSignature made =
          Jws2017.sign(
              payload, key(signer), udf(signer), World.seeded(6).stream(signer, "signing"));
      ObjectNode signature = object("header", object().put("kid", udf(signer)));
      signature
          .put("protected", fold(made.signatures().get(0).protectedHeader()))
          .put("signature", fold(made.signatures().get(0).signature()));
      ObjectNode data = object("unprotected", object().put("dig", "S512"));
      data.put("payload", fold(payload)).set("signatures", array(signature));
      return data;
    }
    ObjectNode header = object().put("alg", "RS512").put("kid", udf(signer));
    return object()
        .put("header", fold(Bytes.utf8(layout(header))))
        .put("payload", fold(payload))
        .put("signature", fold(rs512(payload, signer)));
  }

  private Bytes rs512(Bytes octets, String signer) {
    byte[] pkcs8 = key(signer).pkcs8().expose();
    try {
      PrivateKey privateKey =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      Signature signature = Signature.getInstance("SHA512withRSA");
      signature.initSign(privateKey);
      signature.update(octets.toArray());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  ObjectNode deviceProfile(String name, String description) {
    ObjectNode profile = object().put("Identifier", udf(name)).put("Description", description);
    profile.set("DeviceSignatureKey", publicKey(name));
    profile.set("DeviceEncryptiontionKey", publicKey("encryption"));
    return profile;
  }

  ObjectNode device(String name) {
    return signed(udf(name), "DeviceProfile", deviceProfile(name, "a device"), name);
  }

  ObjectNode masterProfile(String master, String online) {
    ObjectNode profile = object().put("Identifier", udf(master));
    profile.set("MasterSignatureKey", publicKey(master));
    profile.set("MasterEscrowKeys", array(publicKey("encryption")));
    profile.set("OnlineSignatureKeys", array(publicKey(online)));
    return profile;
  }

  ObjectNode master() {
    return signed(
        udf("master"),
        generation == Generation.Y2015 ? "PersonalMasterProfile" : "MasterProfile",
        masterProfile("master", "online"),
        "master");
  }

  ObjectNode personalProfile(ObjectNode master, JsonNode devices, JsonNode applications) {
    ObjectNode profile =
        object().put("Identifier", prefix() + master.get("Identifier").stringValue());
    profile.set("SignedMasterProfile", master);
    profile.set("Devices", devices);
    profile.set("Applications", applications);
    return profile;
  }

  private String prefix() {
    return generation == Generation.Y2015 ? "Current-" : "";
  }

  /** The name of the key that administers a profile in this generation. */
  String administrator() {
    return generation == Generation.Y2017 || isMesh() ? "online" : "desktop";
  }

  ObjectNode personal(ObjectNode profile, String signer) {
    return signed(
        prefix() + udf("master"),
        generation == Generation.Y2015 ? "PersonalCurrentProfile" : "PersonalProfile",
        profile,
        signer);
  }

  /** A personal profile with these devices, whose applications the desktop administers. */
  ObjectNode personal(List<String> devices, List<String> applications) {
    ArrayNode signedDevices = array();
    devices.forEach(name -> signedDevices.add(device(name)));
    ArrayNode entries = array();
    for (String application : applications) {
      ObjectNode entry = object().put("Identifier", application).put("Type", "PasswordProfile");
      entry.set("AdminDeviceUDF", JsonNodeFactory.instance.arrayNode().add(udf("desktop")));
      entries.add(entry);
    }
    return personal(personalProfile(master(), signedDevices, entries), administrator());
  }

  ObjectNode application(String identifier, String signer) {
    return signed(identifier, "PasswordProfile", object().put("Identifier", identifier), signer);
  }

  ObjectNode request(String device) {
    ObjectNode request = object().put("ParentUDF", udf("master"));
    request.set("Device", device(device));
    return signed(udf(device), "ConnectionRequest", request, device);
  }

  ObjectNode result(String device, String signer) {
    ObjectNode result = object("Device", device(device)).put("Result", "Rejected");
    return signed(udf(device), "ConnectionResult", result, signer);
  }

  static ObjectNode pending(ObjectNode... requests) {
    return object().put("AccountID", "alice").set("Requests", array(requests));
  }

  SyntheticLog add(String key, String tag, ObjectNode content) {
    transaction++;
    ObjectNode item =
        object()
            .put("TransactionID", "TID:" + transaction)
            .put("PrimaryKey", key)
            .put("Action", "New")
            .put("Added", "2017-06-26T16:50:20Z")
            .put("Text", layout(object(tag, content)));
    text.append(JsonLayout.of(object("DataItem", item)));
    return this;
  }

  SyntheticLog add(String tag, ObjectNode entry) {
    String current = tag.equals("SignedCurrentProfile") ? "PersonalCurrentProfile=" : "";
    return add(current + entry.get("Identifier").stringValue(), tag, entry);
  }

  /** A complete log: a profile, an application of it and a second device that is refused. */
  SyntheticLog story() {
    if (generation == Generation.Y2015) {
      add("alice", "Account", object().put("Name", "alice"));
    } else {
      add("Account$alice", "Account", object().put("AccountID", "alice"));
    }
    add(personalTag(), personal(List.of("desktop"), List.of()));
    add("Pending-" + udf("master"), "ConnectionsPending", pending(request("ring")));
    add("Result-" + udf("ring"), "SignedConnectionResult", result("ring", administrator()));
    add("SignedApplicationProfile", application("R1", "desktop"));
    add(personalTag(), personal(List.of("desktop", "ring"), List.of("R1")));
    return this;
  }

  String personalTag() {
    return generation == Generation.Y2015 ? "SignedCurrentProfile" : "SignedPersonalProfile";
  }

  Bytes octets() {
    return Bytes.utf8(text.toString());
  }

  /** JSON in the reference implementation's form, with unescaped line feeds in strings. */
  String layout(ObjectNode json) {
    return isMesh() ? json.toString() : JsonLayout.of(json).replace("\\n", "\n");
  }

  /** Base64url with a line feed before each 64 characters. */
  static String fold(Bytes octets) {
    return octets.base64Url().replaceAll("(.{1,64})", "\n$1");
  }
}
