package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An index term to search for (schema {@code KeyValue}).
 *
 * @param key the name of the index
 * @param value the value to look for
 */
public record KeyValue(@JsonProperty("Key") String key, @JsonProperty("Value") String value) {

  /** Checks that both members are present. */
  public KeyValue {
    if (key == null || value == null) {
      throw new IllegalArgumentException("a KeyValue has a Key and a Value");
    }
  }
}
