package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/**
 * {@link MeshJson} over the parsers and generators of other encodings: the same objects, trees and
 * strictness, other octets. Failures have the offset of the octet.
 */
public final class EncodedJson {

  private EncodedJson() {}

  /**
   * Reads an untagged object.
   *
   * @throws JsonException as {@link MeshJson#read}
   */
  public static <T> T read(JsonParser parser, Class<T> type) {
    return MeshJson.guarded(parser, in -> MeshJson.untagged(in, type));
  }

  /**
   * Reads any value as a tree; binary data becomes a string of base64url.
   *
   * @throws JsonException as {@link MeshJson#readTree}
   */
  public static JsonNode readTree(JsonParser parser) {
    return MeshJson.guarded(parser, MeshJson::tree);
  }

  /**
   * Reads a tagged object whose tag is one of {@code tags}.
   *
   * @throws JsonException as {@link MeshJson#readTagged(Bytes, Class, Map)}
   */
  public static <T> T readTagged(JsonParser parser, Class<T> base, Map<String, Class<?>> tags) {
    return MeshJson.guarded(parser, in -> MeshJson.tagged(in, base, tags));
  }

  /**
   * A fault in octets, for a parser to throw; {@link JsonException} is made of it.
   *
   * @param what what is wrong, and what is expected; without a place
   * @param offset the index of the octet, from 0
   */
  public static StreamReadException fault(JsonException.Code code, String what, long offset) {
    return new OctetFault(code, what, offset);
  }

  /** The location of an octet, which has no line and no column. */
  public static TokenStreamLocation at(long offset) {
    return OctetFault.at(offset);
  }

  /**
   * Refuses octets that are more than a document may have.
   *
   * @throws JsonException {@code json.limit}
   */
  public static void requireSize(Bytes octets) {
    if (octets.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JsonErrors.tooLarge(octets.length());
    }
  }

  /** Writes {@code value} untagged. */
  public static void write(JsonGenerator out, Object value) {
    MeshJson.mapper().writeValue(out, value);
  }

  /**
   * Writes every token of a parser.
   *
   * @throws JsonException if the parser fails
   */
  public static void copy(JsonParser parser, Copy copy) {
    MeshJson.guarded(
        parser,
        in -> {
          copy.from(in);
          return Bytes.EMPTY;
        });
  }

  /** A generator of an encoding that has binary data. */
  public interface DataGenerator {

    /** Writes a value of binary data. */
    void writeData(Bytes data);
  }

  /** Work that reads all tokens of a parser. */
  @FunctionalInterface
  public interface Copy {

    /** Reads to the end. */
    void from(JsonParser parser) throws JacksonException;
  }
}
