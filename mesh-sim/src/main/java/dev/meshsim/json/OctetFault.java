package dev.meshsim.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.ContentReference;

/**
 * A fault in octets that are read as tokens, with the offset of the octet; {@link JsonException} is
 * made of it.
 */
final class OctetFault extends StreamReadException {

  private static final long serialVersionUID = 1L;

  private final JsonException.Code code;

  /**
   * A fault.
   *
   * @param what what is wrong, and what is expected; without a place
   * @param offset the index of the octet, from 0
   */
  OctetFault(JsonException.Code code, String what, long offset) {
    this(null, code, what, offset);
  }

  private OctetFault(
      @Nullable JsonParser parser, JsonException.Code code, String what, long offset) {
    super(parser, what, at(offset));
    this.code = code;
  }

  /** The location of an octet, which has no line and no column. */
  static TokenStreamLocation at(long offset) {
    return new TokenStreamLocation(ContentReference.unknown(), offset, -1, -1, -1);
  }

  /** The kind of failure. */
  JsonException.Code code() {
    return code;
  }
}
