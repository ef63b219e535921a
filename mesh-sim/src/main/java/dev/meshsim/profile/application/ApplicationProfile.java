package dev.meshsim.profile.application;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The published part of an application (schema {@code ApplicationProfile}): data shared by its
 * devices, encrypted to each device that its entry lists and to the master escrow keys.
 */
public sealed interface ApplicationProfile permits PasswordProfile, OtherApplicationProfile {

  /** The tags that the schema knows besides {@code PasswordProfile}. */
  Set<String> OTHER_TYPES =
      Set.of(
          "BookmarkProfile",
          "ContactProfile",
          "CredentialProfile",
          "MailProfile",
          "NetworkProfile",
          "SSHProfile");

  /** The tag, which is also the entry's {@code Type}. */
  String type();

  /** The identifier: a UDF of type R, chosen at random when the application is created. */
  Udf identifier();

  /** The time of this version. */
  Instant updated();

  /**
   * Reads the content of a signed application profile.
   *
   * @throws JsonException if it is not an application profile of a type in the schema
   */
  static ApplicationProfile read(Dialect dialect, Bytes payload) {
    JsonNode tree = dialect.json().readTree(payload);
    Map.Entry<String, JsonNode> only =
        tree.size() == 1 && tree.isObject() ? tree.properties().iterator().next() : null;
    return only != null && OTHER_TYPES.contains(only.getKey())
        ? OtherApplicationProfile.of(only.getKey(), only.getValue())
        : dialect
            .json()
            .read(
                payload,
                PasswordProfile.class,
                Map.of(PasswordProfile.TYPE, PasswordProfile.class));
  }
}
