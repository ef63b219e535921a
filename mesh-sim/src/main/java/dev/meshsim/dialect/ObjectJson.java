package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
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
   * Writes {@code value} tagged with {@code tag} in an encoding. Its octets are those that the
   * dialect's JSON has in {@link BinaryJson#fromJson}.
   */
  default Bytes write(Encoding encoding, String tag, Object value) {
    return BinaryJson.fromJson(encoding, write(tag, value));
  }

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
   * Reads an object in an encoding, whose tag is one of {@code tags}.
   *
   * @throws JsonException as {@link #read(Bytes, Class, Map)} does; the place is an octet
   */
  default <T> T read(Encoding encoding, Bytes octets, Class<T> base, Map<String, Class<?>> tags) {
    return read(toJson(encoding, octets), base, tags);
  }

  /**
   * The JSON of octets in an encoding, as the dialect writes it.
   *
   * @throws JsonException if they cannot be read
   */
  default Bytes toJson(Encoding encoding, Bytes octets) {
    return encoding == Encoding.JSON ? octets : fromTree(BinaryJson.readTree(encoding, octets));
  }

  /** Writes a tree that has the members of the wire. */
  Bytes fromTree(JsonNode tree);

  /**
   * Reads any JSON as a tree with the members of the {@code mesh} dialect, within the same limits.
   *
   * @throws JsonException if it is not JSON
   */
  JsonNode readTree(Bytes text);
}
