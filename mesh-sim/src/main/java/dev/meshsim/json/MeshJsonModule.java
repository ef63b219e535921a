package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.UTF8JsonGenerator;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON forms of the project's own values: octets as base64url without padding (RFC 4648 section
 * 5), instants as {@link Rfc3339} has them, cut to milliseconds when written, and trees whose
 * numbers are kept as written.
 */
final class MeshJsonModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MeshJsonModule() {
    super("mesh-sim");
    addSerializer(Bytes.class, new BytesWriter());
    addDeserializer(Bytes.class, new BytesReader());
    addDeserializer(String.class, new TextReader());
    addSerializer(Instant.class, new InstantWriter());
    addDeserializer(Instant.class, new InstantReader());
    addDeserializer(JsonNode.class, new TreeReader<>(JsonNode.class));
    addDeserializer(ObjectNode.class, new TreeReader<>(ObjectNode.class));
    addDeserializer(ArrayNode.class, new TreeReader<>(ArrayNode.class));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.appendAnnotationIntrospector(new MembersAreRequired());
  }

  private static final class BytesWriter extends StdSerializer<Bytes> {
    BytesWriter() {
      super(Bytes.class);
    }

    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializationContext context) {
      // Base64url has nothing to escape; looking for it costs a quarter of writing a large profile.
      if (out instanceof UTF8JsonGenerator octets) {
        byte[] text = value.base64UrlOctets();
        octets.writeRawUTF8String(text, 0, text.length);
      } else if (out instanceof EncodedJson.DataGenerator binary) {
        binary.writeData(value);
      } else {
        out.writeString(value.base64Url());
      }
    }
  }

  private static final class BytesReader extends StdDeserializer<Bytes> {
    BytesReader() {
      super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
          && in.getEmbeddedObject() instanceof Bytes data) {
        return data;
      }
      String text = requireString(in, context, handledType());
      try {
        return Bytes.base64Url(text);
      } catch (IllegalArgumentException e) {
        throw Refused.at(in, "expected base64url without padding (RFC 4648 section 5)");
      }
    }
  }

  /** Reads a text; binary data is none, although it has a text form in JSON. */
  private static final class TextReader extends StdScalarDeserializer<String> {
    TextReader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
        throw Refused.at(in, "binary data where a text is expected");
      }
      return StringDeserializer.instance.deserialize(in, context);
    }
  }

  private static final class InstantWriter extends StdSerializer<Instant> {
    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.truncatedTo(ChronoUnit.MILLIS).toString());
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) {
      String text = requireString(in, context, handledType());
      try {
        return Rfc3339.parse(text);
      } catch (DateTimeException e) {
        throw Refused.at(in, String.valueOf(e.getMessage()));
      }
    }
  }

  private static String requireString(
      JsonParser in, DeserializationContext context, Class<?> type) {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      context.reportInputMismatch(type, "not a text");
    }
    return in.getString();
  }
}
