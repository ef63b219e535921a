package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON forms of the project's own values: octets as base64url without padding (RFC 4648 section
 * 5), instants as RFC 3339 in UTC, cut to milliseconds when written.
 */
final class MeshJsonModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MeshJsonModule() {
    super("mesh-sim");
    addSerializer(Bytes.class, new BytesWriter());
    addDeserializer(Bytes.class, new BytesReader());
    addSerializer(Instant.class, new InstantWriter());
    addDeserializer(Instant.class, new InstantReader());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new PrimitivesAreRequired());
  }

  /** A member of a primitive type must be present; Jackson would read 0 or false for it. */
  private static final class PrimitivesAreRequired extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      boolean required = member instanceof AnnotatedParameter && member.getRawType().isPrimitive();
      return required ? Boolean.TRUE : null;
    }
  }

  private static final class BytesWriter extends StdSerializer<Bytes> {
    BytesWriter() {
      super(Bytes.class);
    }

    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.base64Url());
    }
  }

  private static final class BytesReader extends StdDeserializer<Bytes> {
    BytesReader() {
      super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
      String text = requireString(in, context);
      try {
        return Bytes.base64Url(text);
      } catch (IllegalArgumentException e) {
        return (Bytes)
            context.handleWeirdStringValue(
                Bytes.class, text, "expected base64url without padding (RFC 4648 section 5)");
      }
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
      String text = requireString(in, context);
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        return (Instant)
            context.handleWeirdStringValue(
                Instant.class, text, "expected a time such as 2019-04-04T00:00:00Z (RFC 3339)");
      }
    }
  }

  private static String requireString(JsonParser in, DeserializationContext context) {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      context.reportInputMismatch(String.class, "expected a string, found %s", in.currentToken());
    }
    return in.getString();
  }
}
