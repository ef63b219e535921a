package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lenient JSON reader for text of the reference implementation: unlike {@link MeshJson} it
 * accepts unescaped control characters in strings, mostly line feeds. It is strict about UTF-8, and
 * limits are those of {@link JsonLimits}. A duplicate member is an error here too, since no reader
 * can tell which value was meant. Unknown members are kept in the tree.
 */
public final class TolerantJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(JsonLimits.constraints())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .addModule(new MeshJsonModule())
          .build();

  private TolerantJson() {}

  /**
   * A tree and the defects of its text.
   *
   * @param tree the value that fills the text
   * @param tolerances the defects found; empty if {@link MeshJson#readTree} reads the text too;
   *     unmodifiable
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
   * Reads a UTF-8 text that consists of one JSON value and white space.
   *
   * @throws JsonException if it is not JSON, has a member twice or exceeds {@link JsonLimits}
   */
  public static JsonNode read(Bytes text) {
    try (JsonParser parser = MAPPER.createParser(JsonText.octets(text))) {
      return whole(parser);
    } catch (JacksonException e) {
      throw JsonErrors.of(e);
    }
  }

  /**
   * Reads a decoded text that consists of one JSON value and white space.
   *
   * @throws JsonException as {@link #read(Bytes)}, and for half a surrogate pair
   */
  public static JsonNode read(String text) {
    return read(JsonText.encoded(text));
  }

  /**
   * Reads as {@link #read(Bytes)} does and reports the defects of the text.
   *
   * @throws JsonException as {@link #read(Bytes)}
   */
  public static Reading readNoting(Bytes text) {
    JsonNode tree = read(text);
    Set<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
    if (hasRawControl(text)) {
      tolerances.add(Tolerance.RAW_CONTROL_CHARACTER);
    }
    return new Reading(tree, tolerances);
  }

  /**
   * Gives a parser of a text that may have several values one after the other.
   *
   * @param raw true if strings may have unescaped control characters
   * @param work reads the values
   * @return the failure that ended the work, if the text is not JSON, not UTF-8, has a member twice
   *     or exceeds a limit; empty if there was none
   */
  public static Optional<JsonException> stream(Bytes text, boolean raw, Consumer<JsonParser> work) {
    try {
      byte[] octets = JsonText.octets(text);
      try (JsonParser parser =
          raw ? MAPPER.createParser(octets) : MeshJson.parser(octets, 0, octets.length)) {
        work.accept(parser);
        return Optional.empty();
      }
    } catch (JsonException e) {
      return Optional.of(e);
    } catch (JacksonException e) {
      return Optional.of(JsonErrors.of(e));
    }
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

  /** Called only after the text has been parsed, so quotation marks suffice to find the strings. */
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
