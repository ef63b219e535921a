package dev.meshsim.profile.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.Required;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application profile of a type that is not registered. Its signature and its time are checked
 * like any other's; the content stays in the signed octets.
 *
 * @param type the tag, {@code SSHProfile} for example
 * @param identifier the identifier of the application
 * @param updated the time of this version
 */
public record OtherApplicationProfile(String type, Udf identifier, Instant updated)
    implements ApplicationProfile {

  /** Checks that all are present. */
  public OtherApplicationProfile {
    Required.required(type, "the tag");
    Required.required(identifier, "Identifier");
    Required.required(updated, "Updated");
  }

  /** The members that every application profile has. */
  record Common(
      @JsonProperty("Identifier") Udf identifier, @JsonProperty("Updated") Instant updated) {

    Common {
      Required.required(identifier, "Identifier");
      Required.required(updated, "Updated");
    }
  }

  static OtherApplicationProfile of(String type, JsonNode members) {
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.set(type, members);
    Common common = MeshJson.fromTaggedTree(tagged, Common.class, Map.of(type, Common.class));
    return new OtherApplicationProfile(type, common.identifier(), common.updated());
  }
}
