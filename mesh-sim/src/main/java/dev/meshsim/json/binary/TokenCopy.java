package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteCapability;

/** Copies the tokens of one encoding to another; numbers keep their digits. */
final class TokenCopy {

  private TokenCopy() {}

  /** Copies all tokens. */
  static void copy(JsonParser in, JsonGenerator out) {
    boolean binary = out.has(StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY);
    JsonToken token;
    while ((token = in.nextToken()) != null) {
      switch (token) {
        case START_OBJECT -> out.writeStartObject();
        case END_OBJECT -> out.writeEndObject();
        case START_ARRAY -> out.writeStartArray();
        case END_ARRAY -> out.writeEndArray();
        case PROPERTY_NAME -> out.writeName(in.currentName());
        case VALUE_STRING -> string(in, out, binary);
        case VALUE_EMBEDDED_OBJECT -> data(in, out, binary);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
        case VALUE_TRUE -> out.writeBoolean(true);
        case VALUE_FALSE -> out.writeBoolean(false);
        default -> out.writeNull();
      }
    }
  }

  private static void string(JsonParser in, JsonGenerator out, boolean binary) {
    String text = in.getString();
    Bytes data =
        binary && in.streamReadContext().inObject() && isBinary(in.currentName())
            ? decoded(text)
            : null;
    if (data == null) {
      out.writeString(text);
    } else {
      out.writeBinary(Base64Variants.MODIFIED_FOR_URL, data.toArray(), 0, data.length());
    }
  }

  private static boolean isBinary(@Nullable String name) {
    return name != null && BinaryMembers.NAMES.contains(name);
  }

  private static void data(JsonParser in, JsonGenerator out, boolean binary) {
    if (binary && in.getEmbeddedObject() instanceof Bytes data) {
      out.writeBinary(Base64Variants.MODIFIED_FOR_URL, data.toArray(), 0, data.length());
    } else {
      out.writeString(in.getString());
    }
  }

  /** The octets of base64url without padding and spare bits; null of any other text. */
  private static @Nullable Bytes decoded(String text) {
    try {
      return Bytes.base64Url(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
