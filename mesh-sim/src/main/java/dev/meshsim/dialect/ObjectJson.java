package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON format of a dialect: objects and messages as {@code {"ClassName": {...}}}. */
public interface ObjectJson {

  /** Writes {@code value} tagged with its class's simple name; UTF-8. */
  default Bytes write(Object value) {
    return write(value.getClass().getSimpleName(), value);
  }

  /** Writes {@code value} tagged with {@code tag}; UTF-8. */
  Bytes write(String tag, Object value);

  /**
   * Reads an object whose tag names {@code base} itself or a class it permits.
   *
   * @throws JsonException if the text is not JSON, exceeds a limit of {@link
   *     dev.meshsim.json.JsonLimits}, or does not match its tag's class
   */
  <T> T read(Bytes text, Class<T> base);

  /**
   * Reads an object whose tag is one of {@code tags}.
   *
   * @param tags each tag with its class, which is {@code base} or a subclass
   * @throws JsonException as {@link #read(Bytes, Class)} does
   */
  <T> T read(Bytes text, Class<T> base, Map<String, Class<?>> tags);

  /**
   * Reads any JSON as a tree with the members of the {@code mesh} dialect, within the same limits.
   *
   * @throws JsonException if it is not JSON
   */
  JsonNode readTree(Bytes text);
}
