package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protocol version (schema {@code Version}).
 *
 * @param major the major number
 * @param minor the minor number
 * @param encodings its content encodings
 * @param uris the addresses that serve it; absent means the address of this response
 */
public record Version(
    @JsonProperty("Major") int major,
    @JsonProperty("Minor") int minor,
    @JsonProperty("Encodings") @Nullable List<Encoding> encodings,
    @JsonProperty("URI") @Nullable List<String> uris) {

  /**
   * A content encoding (schema {@code Encoding}).
   *
   * @param ids its media types
   * @param dictionary the names of its compression dictionaries
   */
  public record Encoding(
      @JsonProperty("ID") List<String> ids,
      @JsonProperty("Dictionary") @Nullable List<String> dictionary) {}
}
