package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the octets of a JSON text as a JSON string; other octets are written as base64url. */
final class TextAsString {

  private TextAsString() {}

  static final class Writer extends StdSerializer<Bytes> {
    Writer() {
      super(Bytes.class);
    }

    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.utf8());
    }
  }

  static final class Reader extends StdDeserializer<Bytes> {
    Reader() {
      super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        context.reportInputMismatch(String.class, "not a text");
      }
      return Bytes.utf8(in.getString());
    }
  }
}
