package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code SignedData} object of any generation, parsed but not verified.
 *
 * @param generation its form; never {@link Generation#UNKNOWN}
 * @param signed payload and signatures; those until 2016 have no unprotected header
 * @param kids for each signature the claimed key identifier
 */
public record SignedForm(Generation generation, JsonWebSignature signed, List<String> kids) {

  private static final String PROTECTED = "protected";
  private static final String SIGNATURE = "signature";
  private static final String HEADER = "header";
  private static final String PAYLOAD = "payload";
  private static final String KID = "kid";
  private static final String DIGEST = "val";
  private static final Set<String> CURRENT =
      Set.of("PersonalCurrentProfile", "PersonalMasterProfile");

  /** True if {@link #read} can be applied to the object. */
  public static boolean isSigned(ObjectNode object) {
    return object.get(PAYLOAD) != null
        && (object.get("signatures") != null || object.get(SIGNATURE) != null);
  }

  /** The apparent number of signatures, at least 1, for counting unreadable ones. */
  public static int count(ObjectNode object) {
    JsonNode signatures = object.get("signatures");
    return signatures != null && signatures.isArray() ? Math.max(1, signatures.size()) : 1;
  }

  /**
   * Parses {@code object}.
   *
   * @param inherited the generation of the enclosing object
   * @return null if the form is not known
   */
  public static @Nullable SignedForm read(ObjectNode object, Generation inherited) {
    try {
      String payload = JsonMembers.text(object, PAYLOAD);
      if (payload == null) {
        return null;
      }
      JsonNode list = object.get("signatures");
      return list != null && list.isArray()
          ? general(payload, list)
          : flattened(payload, object, inherited);
    } catch (MeshException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable SignedForm flattened(
      String payload, ObjectNode object, Generation inherited) {
    String header = JsonMembers.text(object, HEADER);
    String signature = JsonMembers.text(object, SIGNATURE);
    if (header == null || signature == null) {
      return null;
    }
    Bytes protectedHeader = TolerantBase64.decode(header);
    JsonNode members = TolerantJson.read(protectedHeader);
    String kid = JsonMembers.text(members, KID);
    if (kid == null || members.has(DIGEST)) {
      return null;
    }
    Signature only = new Signature(protectedHeader, null, TolerantBase64.decode(signature));
    Generation generation = inherited == Generation.Y2015 ? inherited : Generation.Y2016;
    return new SignedForm(
        generation,
        new JsonWebSignature(TolerantBase64.decode(payload), List.of(only)),
        List.of(kid));
  }

  private static @Nullable SignedForm general(String payload, JsonNode list) {
    boolean strict = true;
    for (JsonNode each : list) {
      strict &= !isDigested(each);
    }
    List<Signature> signatures = new ArrayList<>();
    List<String> kids = new ArrayList<>();
    for (JsonNode each : list) {
      String kid = strict ? mesh(each, signatures) : y2017(each, signatures);
      if (kid == null) {
        return null;
      }
      kids.add(kid);
    }
    return new SignedForm(
        strict ? Generation.MESH : Generation.Y2017,
        new JsonWebSignature(
            strict ? Bytes.base64Url(payload) : TolerantBase64.decode(payload), signatures),
        kids);
  }

  /** Only the form of 2017 has a digest in its protected header. */
  private static boolean isDigested(JsonNode signature) {
    return TolerantJson.read(TolerantBase64.decode(JsonMembers.textOr(signature, PROTECTED)))
        .has(DIGEST);
  }

  private static @Nullable String y2017(JsonNode each, List<Signature> signatures) {
    ObjectNode header = JsonMembers.object(each, HEADER);
    String octets = JsonMembers.text(each, SIGNATURE);
    String protectedText = JsonMembers.text(each, PROTECTED);
    if (header == null || octets == null || protectedText == null) {
      return null;
    }
    signatures.add(
        new Signature(TolerantBase64.decode(protectedText), header, TolerantBase64.decode(octets)));
    return JsonMembers.text(header, KID);
  }

  private static @Nullable String mesh(JsonNode each, List<Signature> signatures) {
    String octets = JsonMembers.text(each, SIGNATURE);
    String protectedText = JsonMembers.text(each, PROTECTED);
    if (octets == null || protectedText == null) {
      return null;
    }
    Bytes protectedHeader = Bytes.base64Url(protectedText);
    ObjectNode header = JsonMembers.object(each, HEADER);
    signatures.add(new Signature(protectedHeader, header, Bytes.base64Url(octets)));
    return JsonMembers.text(MeshJson.readTree(protectedHeader), KID);
  }

  /** Refines the generation by the payload's tag: two tags exist only in objects of 2015. */
  public SignedForm under(String tag) {
    return generation == Generation.Y2016 && CURRENT.contains(tag)
        ? new SignedForm(Generation.Y2015, signed, kids)
        : this;
  }

  /**
   * Parses the payload: strictly in the {@code mesh} dialect, leniently in the others.
   *
   * @throws MeshException if it is not JSON
   */
  public JsonNode payload() {
    return generation == Generation.MESH
        ? MeshJson.readTree(signed.payload())
        : TolerantJson.read(signed.payload());
  }
}
