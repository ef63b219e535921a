package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TokenScan;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;

/**
 * The codec of objects in any {@link Encoding}: {@link MeshJson} for JSON, and the same for JSON-B
 * and JSON-C. Thread-safe.
 */
public final class BinaryJson {

  private static final StreamReadConstraints LIMITS = JsonLimits.constraints();

  /** The longest JSON-C that is compared with its JSON-B, in octets. */
  private static final int SHORT = 256;

  private BinaryJson() {}

  /** Writes {@code value} tagged with {@code tag}. */
  public static Bytes writeTagged(Encoding encoding, String tag, Object value) {
    if (encoding == Encoding.JSON) {
      return MeshJson.writeTagged(tag, value);
    }
    return shortest(encoding, out -> EncodedJson.write(out, Map.of(tag, value)));
  }

  /** Writes a tree; the members of {@link BinaryMembers} become binary data. */
  public static Bytes writeTree(Encoding encoding, JsonNode tree) {
    return fromJson(encoding, MeshJson.write(tree));
  }

  /**
   * Reads an untagged object.
   *
   * @throws JsonException as {@link MeshJson#read}; the place is an octet
   */
  public static <T> T read(Encoding encoding, Bytes octets, Class<T> type) {
    return encoding == Encoding.JSON
        ? MeshJson.read(octets, type)
        : EncodedJson.read(parser(encoding, octets, LIMITS), type);
  }

  /**
   * Reads a tagged object whose tag is one of {@code tags}.
   *
   * @throws JsonException as {@link MeshJson#readTagged(Bytes, Class, Map)}; the place is an octet
   */
  public static <T> T readTagged(
      Encoding encoding, Bytes octets, Class<T> base, Map<String, Class<?>> tags) {
    return encoding == Encoding.JSON
        ? MeshJson.readTagged(octets, base, tags)
        : EncodedJson.readTagged(parser(encoding, octets, LIMITS), base, tags);
  }

  /**
   * Reads any value as a tree; binary data becomes a string of base64url.
   *
   * @throws JsonException as {@link MeshJson#readTree}; the place is an octet
   */
  public static JsonNode readTree(Encoding encoding, Bytes octets) {
    return encoding == Encoding.JSON
        ? MeshJson.readTree(octets)
        : EncodedJson.readTree(parser(encoding, octets, LIMITS));
  }

  /**
   * Writes a JSON text in an encoding, without a tree between. Members of {@link BinaryMembers}
   * become binary data if they are base64url as the Mesh writes it, and stay strings if not.
   *
   * @throws JsonException if the text cannot be read
   */
  public static Bytes fromJson(Encoding encoding, Bytes json) {
    if (encoding == Encoding.JSON) {
      return json;
    }
    byte[] text = json.toArray();
    return shortest(
        encoding,
        out ->
            EncodedJson.copy(
                MeshJson.parser(text, 0, text.length), parser -> TokenCopy.copy(parser, out)));
  }

  /**
   * Writes a document. The codes of a short one may cost more than they save: it is written as
   * JSON-B then, which is JSON-C too.
   */
  private static Bytes shortest(Encoding encoding, Consumer<JsonGenerator> writing) {
    Bytes written = written(encoding, writing);
    if (encoding == Encoding.JSON_B || written.length() > SHORT) {
      return written;
    }
    Bytes plain = written(Encoding.JSON_B, writing);
    return plain.length() < written.length() ? plain : written;
  }

  private static Bytes written(Encoding encoding, Consumer<JsonGenerator> writing) {
    OctetWriter out = new OctetWriter();
    writing.accept(new BinaryGenerator(out, encoding == Encoding.JSON_C));
    return out.bytes();
  }

  /**
   * Writes octets of an encoding as JSON without white space.
   *
   * @throws JsonException if they cannot be read
   */
  public static Bytes toJson(Encoding encoding, Bytes octets) {
    if (encoding == Encoding.JSON) {
      return octets;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncodedJson.copy(
        parser(encoding, octets, LIMITS),
        parser -> {
          try (JsonGenerator generator = MeshJson.generator(out)) {
            TokenCopy.copy(parser, generator);
          }
        });
    return Bytes.of(out.toByteArray());
  }

  /** True if an object at any depth has a member of a name; false if octets cannot be read. */
  public static boolean hasName(Encoding encoding, Bytes octets, String name) {
    try (JsonParser parser = parser(encoding, octets, LIMITS)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token == JsonToken.PROPERTY_NAME && name.equals(parser.currentName())) {
          return true;
        }
      }
      return false;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The name of the first member of an object; empty if the octets begin otherwise. */
  public static Optional<String> firstName(Encoding encoding, Bytes octets) {
    try (JsonParser parser = parser(encoding, octets, LIMITS)) {
      return parser.nextToken() == JsonToken.START_OBJECT
              && parser.nextToken() == JsonToken.PROPERTY_NAME
          ? Optional.ofNullable(parser.currentName())
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses octets with too many parts, before an object is made of any: those that {@link
   * TokenScan} counts in their JSON. A part has at least one octet, so no short message is looked
   * at.
   *
   * @throws JsonException {@code json.limit} if there are more, or whatever is wrong with them
   */
  public static void requireAtMost(int most, Encoding encoding, Bytes octets) {
    if (octets.length() <= most) {
      return;
    }
    EncodedJson.copy(
        parser(encoding, octets, LIMITS),
        parser -> TokenScan.requireAtMost(most, PartCount.of(parser)));
  }

  private static JsonParser parser(Encoding encoding, Bytes octets, StreamReadConstraints limits) {
    EncodedJson.requireSize(octets);
    return BinaryParser.of(octets.toArray(), encoding == Encoding.JSON_C, limits);
  }
}
