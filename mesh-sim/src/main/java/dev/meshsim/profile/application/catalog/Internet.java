package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address on the Internet (schema {@code Internet}).
 *
 * @param labels the use of the address, {@code home} or {@code work} for example
 * @param attributes how the address may be used
 * @param uri the address
 */
public record Internet(
    @JsonProperty("Label") List<String> labels,
    @JsonProperty("Attributes") List<String> attributes,
    @JsonProperty("Uri") @Nullable String uri) {

  /** Copies the lists; an absent list becomes an empty one. */
  public Internet {
    labels = Required.list(labels);
    attributes = Required.list(attributes);
  }

  /** An address with one label, {@code work} for example. */
  public static Internet of(String label, String uri) {
    return new Internet(List.of(label), List.of(), uri);
  }
}
