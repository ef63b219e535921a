package dev.meshsim.profile.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.Required;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application profile of a registered type. Members are written in the order of the schema:
 * those of all application profiles, then those that the type publishes.
 *
 * @param kind the type
 * @param identifier the identifier of the application
 * @param updated the time of this version
 * @param devices what its devices publish about themselves
 * @param sharedPrivate the content, encrypted to all devices of the application
 * @param devicePrivate what single devices have encrypted to themselves
 * @param published the members that everybody can read; present if the type has such
 */
public record KnownApplicationProfile(
    ApplicationType<?> kind,
    Udf identifier,
    Instant updated,
    List<DevicePart> devices,
    EncryptedPart sharedPrivate,
    List<EncryptedPart> devicePrivate,
    Optional<Record> published)
    implements ApplicationProfile {

  private static final Set<String> COMMON =
      Set.of("Identifier", "Updated", "Devices", "SharedPrivate", "DevicePrivate");

  /** Checks that all are present, and that what is published is of the type. */
  public KnownApplicationProfile {
    Required.required(kind, "the type");
    Required.required(identifier, "Identifier");
    Required.required(updated, "Updated");
    devices = Required.list(devices);
    Required.required(sharedPrivate, "SharedPrivate");
    devicePrivate = Required.list(devicePrivate);
    if (!published.<Class<?>>map(Record::getClass).equals(kind.published())) {
      throw new IllegalArgumentException("a " + kind.tag() + " does not publish " + published);
    }
  }

  /** A profile of which only the content is set. */
  public static KnownApplicationProfile of(
      ApplicationType<?> kind, Udf identifier, Instant updated, EncryptedPart sharedPrivate) {
    return new KnownApplicationProfile(
        kind, identifier, updated, List.of(), sharedPrivate, List.of(), nothingPublished(kind));
  }

  /** What a new application of a type publishes: nothing, in the type's record if it has one. */
  public static Optional<Record> nothingPublished(ApplicationType<?> kind) {
    return kind.published()
        .map(type -> MeshJson.fromTree(JsonNodeFactory.instance.objectNode(), type));
  }

  @Override
  public String type() {
    return kind.tag();
  }

  /** A version with another time and encrypted content; all else is carried over. */
  public KnownApplicationProfile with(Instant at, EncryptedPart content) {
    return new KnownApplicationProfile(
        kind, identifier, at, devices, content, devicePrivate, published);
  }

  /** A version with other parts of its devices. */
  public KnownApplicationProfile withDevices(
      List<DevicePart> publicParts, List<EncryptedPart> privateParts) {
    return new KnownApplicationProfile(
        kind, identifier, updated, publicParts, sharedPrivate, privateParts, published);
  }

  /** The members as they are signed, without the tag. */
  public ObjectNode members() {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    members.set("Identifier", MeshJson.toTree(identifier));
    members.set("Updated", MeshJson.toTree(updated));
    if (!devices.isEmpty()) {
      ArrayNode list = members.putArray("Devices");
      devices.forEach(part -> list.add(part.tagged()));
    }
    members.set("SharedPrivate", MeshJson.toTree(sharedPrivate));
    if (!devicePrivate.isEmpty()) {
      ArrayNode list = members.putArray("DevicePrivate");
      devicePrivate.forEach(part -> list.add(MeshJson.toTree(part)));
    }
    published
        .map(MeshJson::toTree)
        .ifPresent(own -> own.properties().forEach(m -> members.set(m.getKey(), m.getValue())));
    return members;
  }

  /** The members that every application profile has. */
  record Common(
      @JsonProperty("Identifier") Udf identifier,
      @JsonProperty("Updated") Instant updated,
      @JsonProperty("Devices") List<ObjectNode> devices,
      @JsonProperty("SharedPrivate") EncryptedPart sharedPrivate,
      @JsonProperty("DevicePrivate") List<EncryptedPart> devicePrivate) {}

  /**
   * Reads the members of a profile.
   *
   * @throws JsonException if they are not those of the type
   */
  static KnownApplicationProfile read(
      Dialect dialect, ApplicationType<?> kind, ObjectNode members) {
    ObjectNode common = JsonNodeFactory.instance.objectNode();
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    members
        .properties()
        .forEach(m -> (COMMON.contains(m.getKey()) ? common : own).set(m.getKey(), m.getValue()));
    Common read = members(dialect, common, Common.class);
    return new KnownApplicationProfile(
        kind,
        read.identifier(),
        read.updated(),
        devices(read.devices()),
        read.sharedPrivate(),
        Required.list(read.devicePrivate()),
        published(dialect, kind, own));
  }

  private static Optional<Record> published(
      Dialect dialect, ApplicationType<?> kind, ObjectNode own) {
    if (kind.published().isEmpty() && dialect == Dialect.PORTAL_2017) {
      return Optional.empty();
    }
    Class<? extends Record> type = kind.published().orElse(Nothing.class);
    Record read = members(dialect, own, type);
    return read instanceof Nothing ? Optional.empty() : Optional.of(read);
  }

  /** The published members of a type that has none. */
  record Nothing() {}

  /** Reads members; unknown ones are ignored in the dialect that ignores them. */
  static <T> T members(Dialect dialect, JsonNode members, Class<T> type) {
    if (dialect == Dialect.MESH) {
      return MeshJson.fromTree(members, type);
    }
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.set(type.getSimpleName(), members);
    return MeshJson.fromTaggedTree(tagged, type, Map.of(type.getSimpleName(), type));
  }

  private static List<DevicePart> devices(@Nullable List<ObjectNode> tagged) {
    List<DevicePart> parts = new ArrayList<>();
    for (ObjectNode part : Required.list(tagged)) {
      Map.Entry<String, JsonNode> only =
          part.size() == 1 ? part.properties().iterator().next() : Map.entry("", part);
      if (only.getKey().isEmpty() || !(only.getValue() instanceof ObjectNode members)) {
        throw JsonException.shape("an element of Devices is {\"Tag\": {...}}, and here is not");
      }
      DevicePart read = new DevicePart(only.getKey(), members);
      if (parts.stream()
          .anyMatch(p -> p.device().isPresent() && p.device().equals(read.device()))) {
        throw JsonException.shape("Devices has two elements of one device");
      }
      parts.add(read);
    }
    return parts;
  }
}
