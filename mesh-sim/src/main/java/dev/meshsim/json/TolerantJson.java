package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the reference implementation wrote as JSON, where {@link MeshJson} reads JSON only:
 * control characters, a line feed above all, may stand in strings as they are. The limits are the
 * same, and a member that stands twice is an error here too, since no reader can say which of the
 * two was meant. What other members an object has is for the caller to look at: a tree keeps them.
 */
public final class TolerantJson {

  private static final Bytes BYTE_ORDER_MARK = Bytes.hex("efbbbf");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(JsonLimits.constraints())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private TolerantJson() {}

  /**
   * A tree and what had to be tolerated to read it.
   *
   * @param tree the whole text
   * @param tolerances none if {@link MeshJson#readTree} would have read it too; unmodifiable
   */
  public record Reading(JsonNode tree, Set<Tolerance> tolerances) {

    /** Copies the set. */
    public Reading {
      Objects.requireNonNull(tree);
      EnumSet<Tolerance> copy = EnumSet.noneOf(Tolerance.class);
      copy.addAll(tolerances);
      tolerances = Collections.unmodifiableSet(copy);
    }
  }

  /**
   * Reads one JSON value, UTF-8, that fills the text but for white space.
   *
   * @throws JsonException if it is not JSON, has a member twice or exceeds {@link JsonLimits}
   */
  public static JsonNode read(Bytes text) {
    if (text.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JsonErrors.tooLarge(text.length());
    }
    try (JsonParser parser = MAPPER.createParser(text.toArray())) {
      return whole(parser);
    } catch (JacksonException e) {
      throw JsonErrors.of(e);
    }
  }

  /**
   * As {@link #read(Bytes)}, of a text that is decoded already.
   *
   * @throws JsonException as there; the limit of size is in characters
   */
  public static JsonNode read(String text) {
    if (text.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JsonErrors.tooLarge(text.length());
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw JsonErrors.of(e);
    }
  }

  /**
   * As {@link #read(Bytes)}, and says what was tolerated.
   *
   * @throws JsonException as there
   */
  public static Reading readNoting(Bytes text) {
    JsonNode tree = read(text);
    Set<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
    if (text.startsWith(BYTE_ORDER_MARK)) {
      tolerances.add(Tolerance.BYTE_ORDER_MARK);
    }
    if (hasRawControl(text)) {
      tolerances.add(Tolerance.RAW_CONTROL_CHARACTER);
    }
    return new Reading(tree, tolerances);
  }

  private static JsonNode whole(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw JsonErrors.shape(parser, "expected a JSON value, found nothing");
    }
    JsonNode tree = MAPPER.readTree(parser);
    if (parser.nextToken() != null) {
      throw JsonErrors.shape(parser, "expected the end of the text");
    }
    return tree;
  }

  /** The text is JSON but for what this looks for, so quotes alone tell where strings are. */
  private static boolean hasRawControl(Bytes text) {
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      int octet = text.at(i);
      if (octet == '"') {
        inString = !inString;
      } else if (inString && octet == '\\') {
        i++;
      } else if (inString && octet < ' ') {
        return true;
      }
    }
    return false;
  }
}
