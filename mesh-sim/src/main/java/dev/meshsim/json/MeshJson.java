package dev.meshsim.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON codec of all Mesh objects and messages: compact on output, strict on input; see the
 * package description. Thread-safe.
 */
public final class MeshJson {

  private static final JsonMapper MAPPER = strict();
  private static final ObjectReader LENIENT =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Map<Class<?>, Map<String, Class<?>>> TAGS = new ConcurrentHashMap<>();

  private MeshJson() {}

  // Trailing tokens are checked by requireEnd, which reports the position; everything that Jackson
  // would coerce or ignore is an error, because a signature covers octets and not their meaning.
  private static JsonMapper strict() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(JsonLimits.constraints())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .addModule(new MeshJsonModule())
        .changeDefaultPropertyInclusion(
            value ->
                value
                    .withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
        .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** Writes {@code value} untagged: {@code {members}}. UTF-8, no white space. */
  public static Bytes write(Object value) {
    return Bytes.of(MAPPER.writeValueAsBytes(value));
  }

  /** Writes {@code value} tagged with its class's simple name: {@code {"ClassName":{members}}}. */
  public static Bytes writeTagged(Object value) {
    return writeTagged(value.getClass().getSimpleName(), value);
  }

  /**
   * Writes {@code value} tagged with {@code tag}: {@code {"tag":{members}}}. UTF-8, no white space.
   */
  public static Bytes writeTagged(String tag, Object value) {
    return Bytes.of(MAPPER.writeValueAsBytes(Map.of(tag, value)));
  }

  /**
   * Reads an untagged object.
   *
   * @throws JsonException if the text is not JSON, exceeds {@link JsonLimits}, or is not of the
   *     shape of {@code type}
   */
  public static <T> T read(Bytes text, Class<T> type) {
    return guarded(text, parser -> untagged(parser, type));
  }

  static <T> T untagged(JsonParser parser, Class<T> type) {
    return requireEnd(parser, requireValue(parser, MAPPER.readValue(parser, type)));
  }

  /**
   * Reads any JSON value as a tree.
   *
   * @throws JsonException if the text is not JSON, has a duplicate member or exceeds {@link
   *     JsonLimits}
   */
  public static JsonNode readTree(Bytes text) {
    return guarded(text, MeshJson::tree);
  }

  static JsonNode tree(JsonParser parser) {
    return requireEnd(parser, requireValue(parser, MAPPER.readTree(parser)));
  }

  /** Converts an object into an untagged tree. */
  public static JsonNode toTree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Converts an untagged tree into an object. An unknown member is an error.
   *
   * @throws JsonException if it is not of the shape of {@code type}
   */
  public static <T> T fromTree(JsonNode tree, Class<T> type) {
    return guarded(Bytes.EMPTY, parser -> requireValue(MAPPER.treeToValue(tree, type)));
  }

  /**
   * Reads a tagged object whose tag names {@code base} itself or a class it permits.
   *
   * @throws JsonException as {@link #read}, and if there is not exactly one member or its name is
   *     not one of the tags
   */
  public static <T> T readTagged(Bytes text, Class<T> base) {
    return readTagged(text, base, tagsOf(base));
  }

  /**
   * Reads a tagged object whose tag is one of {@code tags}.
   *
   * @param tags each tag with its class, which is {@code base} or a subclass
   * @throws JsonException as {@link #readTagged(Bytes, Class)}
   */
  public static <T> T readTagged(Bytes text, Class<T> base, Map<String, Class<?>> tags) {
    return guarded(text, parser -> tagged(parser, base, tags));
  }

  static <T> T tagged(JsonParser parser, Class<T> base, Map<String, Class<?>> tags) {
    if (parser.nextToken() == null) {
      throw JsonErrors.shape(parser, "the text is empty");
    }
    if (parser.currentToken() != JsonToken.START_OBJECT
        || parser.nextToken() != JsonToken.PROPERTY_NAME) {
      throw JsonErrors.shape(parser, "expected {\"Tag\": {...}}");
    }
    String tag = parser.currentName();
    Class<?> type = tags.get(tag);
    if (type == null) {
      throw JsonErrors.shape(
          parser,
          "expected one of " + String.join(", ", tags.keySet()) + ", found " + Quote.brief(tag));
    }
    parser.nextToken();
    T value = base.cast(requireValue(parser, MAPPER.readValue(parser, type)));
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw JsonErrors.shape(parser, "a tagged object has one member");
    }
    return requireEnd(parser, value);
  }

  /**
   * Converts the tree of a tagged object into the object, as {@link #readTagged(Bytes, Class, Map)}
   * does, but ignores unknown members.
   *
   * @throws JsonException if it is not of the shape of one of {@code tags}
   */
  public static <T> T fromTaggedTree(JsonNode tree, Class<T> base, Map<String, Class<?>> tags) {
    if (!tree.isObject() || tree.size() != 1) {
      throw JsonErrors.shape("expected {\"Tag\": {...}}");
    }
    Map.Entry<String, JsonNode> only = tree.properties().iterator().next();
    Class<?> type = tags.get(only.getKey());
    if (type == null) {
      throw JsonErrors.shape(
          "expected one of "
              + String.join(", ", tags.keySet())
              + ", found "
              + Quote.brief(only.getKey()));
    }
    if (!only.getValue().isObject()) {
      throw JsonErrors.shape(only.getKey() + " is an object, and here it is not one");
    }
    return guarded(
        Bytes.EMPTY,
        parser -> base.cast(requireValue(LENIENT.forType(type).readValue(only.getValue()))));
  }

  /**
   * A streaming parser with the limits of {@link JsonLimits}, for readers that must not build a
   * tree.
   *
   * @throws JsonException if the octets are not UTF-8
   */
  public static JsonParser parser(byte[] text, int offset, int length) {
    JsonText.requireUtf8(text, offset, offset + length);
    return MAPPER.createParser(text, offset, length);
  }

  /** A generator of compact UTF-8 JSON; for writers that must not build a tree. */
  public static JsonGenerator generator(java.io.OutputStream out) {
    return MAPPER.createGenerator(out);
  }

  /** The tags that {@link #readTagged} accepts for {@code base}, each with its class. */
  public static Map<String, Class<?>> tagsOf(Class<?> base) {
    return TAGS.computeIfAbsent(base, TagTable::of);
  }

  static JsonMapper mapper() {
    return MAPPER;
  }

  interface Reading<T> {
    T from(JsonParser parser);
  }

  private static <T> T guarded(Bytes text, Reading<T> reading) {
    try (JsonParser parser = MAPPER.createParser(JsonText.octets(text))) {
      return located(text, parser, reading);
    } catch (JacksonException e) {
      throw JsonErrors.of(e);
    }
  }

  /** Reads with a parser that is closed afterwards. */
  static <T> T guarded(JsonParser parser, Reading<T> reading) {
    try (parser) {
      return reading.from(parser);
    } catch (JacksonException e) {
      throw JsonErrors.of(e, parser.currentTokenLocation());
    }
  }

  /** Adds the parser's position to a failure: Jackson 3.3 reports unknown members without one. */
  private static <T> T located(Bytes text, JsonParser parser, Reading<T> reading) {
    try {
      return reading.from(parser);
    } catch (JacksonException e) {
      throw JsonErrors.of(e, text.length() == 0 ? null : parser.currentLocation());
    }
  }

  /**
   * Refuses null, which Jackson returns both for an empty text and for the literal {@code null}.
   */
  private static <T> T requireValue(JsonParser parser, @Nullable T value) {
    if (value == null) {
      throw JsonErrors.shape(parser, "expected a value, found nothing or null");
    }
    return value;
  }

  private static <T> T requireValue(@Nullable T value) {
    if (value == null) {
      throw JsonErrors.shape("expected a value, found null");
    }
    return value;
  }

  private static <T> T requireEnd(JsonParser parser, T value) {
    if (parser.nextToken() != null) {
      throw JsonErrors.shape(parser, "expected the end of the text");
    }
    return value;
  }
}
