package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.Tagged;
import dev.meshsim.profile.Entry;

/**
 * Publishes an entry.
 *
 * @param entry the entry to publish
 */
public record PublishRequest(@JsonProperty("Entry") @Tagged Entry entry) implements MeshRequest {

  /** Checks that the required members are present. */
  public PublishRequest {
    if (entry == null) {
      throw new IllegalArgumentException("the member Entry is required");
    }
  }
}
