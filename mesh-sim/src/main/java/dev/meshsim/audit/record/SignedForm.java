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
   * The result of reading an object.
   *
   * @param form the signed object, or null
   * @param known true if the form is known, though the object may be damaged
   * @param why the reason that there is no form; empty if there is one
   */
  public record Reading(@Nullable SignedForm form, boolean known, String why) {}

  /** An object of a form that is not known, so that nothing can be said about its signatures. */
  private static Reading unknown(String why) {
    return new Reading(null, false, why);
  }

  /**
   * Parses {@code object}; never fails, but says why there is no result.
   *
   * @param inherited the generation of the enclosing object
   */
  public static Reading read(ObjectNode object, Generation inherited) {
    try {
      String payload = JsonMembers.text(object, PAYLOAD);
      if (payload == null) {
        return unknown("it has no payload");
      }
      JsonNode list = object.get("signatures");
      return list != null && list.isArray()
          ? general(payload, list)
          : flattened(payload, object, inherited);
    } catch (MeshException e) {
      return new Reading(null, true, e.problem());
    } catch (IllegalArgumentException e) {
      return new Reading(null, true, "it has base64url in another form");
    }
  }

  private static Reading flattened(String payload, ObjectNode object, Generation inherited) {
    String header = JsonMembers.text(object, HEADER);
    String signature = JsonMembers.text(object, SIGNATURE);
    if (header == null || signature == null) {
      return unknown("its members are " + String.join(", ", object.propertyNames()));
    }
    Bytes protectedHeader = TolerantBase64.decode(header);
    JsonNode members = TolerantJson.read(protectedHeader);
    ObjectNode tagged = JsonMembers.object(members, RecordStart.HEADER);
    if (tagged != null) {
      // The signature does not cover the header, so the members may be taken out of their tag.
      members = tagged;
      protectedHeader = MeshJson.write(tagged);
    }
    String kid = JsonMembers.text(members, KID);
    if (kid == null) {
      return unknown("its header names no key");
    }
    if (members.has(DIGEST)) {
      return unknown("its header has a digest, as that of 2017, but it is flattened");
    }
    Signature only = new Signature(protectedHeader, null, TolerantBase64.decode(signature));
    boolean oldest = tagged != null || inherited == Generation.Y2015;
    return form(
        oldest ? Generation.Y2015 : Generation.Y2016,
        TolerantBase64.decode(payload),
        List.of(only),
        List.of(kid));
  }

  private static Reading form(
      Generation generation, Bytes payload, List<Signature> signatures, List<String> kids) {
    JsonWebSignature signed = new JsonWebSignature(payload, signatures);
    return new Reading(new SignedForm(generation, signed, kids), true, "");
  }

  private static Reading general(String payload, JsonNode list) {
    if (list.isEmpty()) {
      return unknown("it has no signature");
    }
    boolean strict = true;
    for (JsonNode each : list) {
      if (JsonMembers.text(each, SIGNATURE) == null || JsonMembers.text(each, PROTECTED) == null) {
        return unknown("a signature of it has no protected header or no value");
      }
      strict &= !isDigested(each);
    }
    List<Signature> signatures = new ArrayList<>();
    List<String> kids = new ArrayList<>();
    for (JsonNode each : list) {
      Signature signature = strict ? mesh(each) : y2017(each);
      JsonNode names = strict ? MeshJson.readTree(signature.protectedHeader()) : signature.header();
      String kid = names == null ? null : JsonMembers.text(names, KID);
      if (kid == null) {
        return unknown("a signature of it names no key");
      }
      signatures.add(signature);
      kids.add(kid);
    }
    return form(
        strict ? Generation.MESH : Generation.Y2017,
        strict ? Bytes.base64Url(payload) : TolerantBase64.decode(payload),
        signatures,
        kids);
  }

  /** Only the form of 2017 has a digest in its protected header. */
  private static boolean isDigested(JsonNode signature) {
    return TolerantJson.read(TolerantBase64.decode(JsonMembers.textOr(signature, PROTECTED)))
        .has(DIGEST);
  }

  private static Signature y2017(JsonNode each) {
    return new Signature(
        TolerantBase64.decode(JsonMembers.textOr(each, PROTECTED)),
        JsonMembers.object(each, HEADER),
        TolerantBase64.decode(JsonMembers.textOr(each, SIGNATURE)));
  }

  private static Signature mesh(JsonNode each) {
    return new Signature(
        Bytes.base64Url(JsonMembers.textOr(each, PROTECTED)),
        JsonMembers.object(each, HEADER),
        Bytes.base64Url(JsonMembers.textOr(each, SIGNATURE)));
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
