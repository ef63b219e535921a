package dev.meshsim.profile.application;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The signed part of an application (schema {@code ApplicationProfile}): data shared by its
 * devices, encrypted to each device that its entry lists and to the master escrow keys.
 */
public sealed interface ApplicationProfile
    permits KnownApplicationProfile, OtherApplicationProfile {

  /** The tag, which is also the entry's {@code Type}. */
  String type();

  /** The identifier: a UDF of type R, chosen at random when the application is created. */
  Udf identifier();

  /** The time of this version. */
  Instant updated();

  /**
   * Reads the content of a signed application profile, of a registered type or any other.
   *
   * @throws JsonException if it is not an application profile, or not as its type has it
   */
  static ApplicationProfile read(Dialect dialect, Bytes payload) {
    JsonNode tree = dialect.json().readTree(payload);
    if (!tree.isObject() || tree.size() != 1) {
      throw JsonException.shape("expected {\"Tag\": {...}}");
    }
    Map.Entry<String, JsonNode> only = tree.properties().iterator().next();
    String tag = only.getKey();
    if (!ApplicationTag.isValid(tag) || !(only.getValue() instanceof ObjectNode members)) {
      throw JsonException.shape(
          "expected the tag of an application profile, found " + Quote.brief(tag));
    }
    ObjectNode dated = dated(dialect, members);
    Optional<ApplicationType<?>> kind = ApplicationTypes.installed().tagged(tag);
    return kind.isPresent()
        ? KnownApplicationProfile.read(dialect, kind.get(), dated)
        : OtherApplicationProfile.of(tag, dated);
  }

  /** The members with a time; the reference implementation wrote none. */
  private static ObjectNode dated(Dialect dialect, ObjectNode members) {
    return dialect == Dialect.PORTAL_2017 && !members.has("Updated")
        ? members.deepCopy().put("Updated", Instant.EPOCH.toString())
        : members;
  }
}
