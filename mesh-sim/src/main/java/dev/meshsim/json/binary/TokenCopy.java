package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.EncodedJson.DataGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Copies the tokens of one encoding to another; numbers keep their digits. */
final class TokenCopy {

  private TokenCopy() {}

  /** Copies all tokens. */
  static void copy(JsonParser in, JsonGenerator out) {
    JsonToken token;
    while ((token = in.nextToken()) != null) {
      switch (token) {
        case START_OBJECT -> out.writeStartObject();
        case END_OBJECT -> out.writeEndObject();
        case START_ARRAY -> out.writeStartArray();
        case END_ARRAY -> out.writeEndArray();
        case PROPERTY_NAME -> out.writeName(in.currentName());
        case VALUE_STRING -> string(in, out);
        case VALUE_EMBEDDED_OBJECT -> data(in, out);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
        case VALUE_TRUE -> out.writeBoolean(true);
        case VALUE_FALSE -> out.writeBoolean(false);
        default -> out.writeNull();
      }
    }
  }

  private static void string(JsonParser in, JsonGenerator out) {
    String text = in.getString();
    if (out instanceof DataGenerator binary
        && in.streamReadContext().inObject()
        && isBinary(in.currentName())) {
      Bytes data = decoded(text);
      if (data != null) {
        binary.writeData(data);
        return;
      }
    }
    out.writeString(text);
  }

  private static boolean isBinary(@Nullable String name) {
    return name != null && BinaryMembers.NAMES.contains(name);
  }

  private static void data(JsonParser in, JsonGenerator out) {
    if (out instanceof DataGenerator binary && in.getEmbeddedObject() instanceof Bytes data) {
      binary.writeData(data);
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
