package dev.meshsim.profile;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.Udf;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON form of {@link PublicKey}. */
final class PublicKeyJson {

  private static final String UDF = "UDF";
  private static final String PARAMETERS = "PublicParameters";

  private PublicKeyJson() {}

  static final class Writer extends StdSerializer<PublicKey> {
    Writer() {
      super(PublicKey.class);
    }

    @Override
    public void serialize(PublicKey key, JsonGenerator out, SerializationContext context) {
      ObjectNode members = key.jwk().toJson(key.udf().text());
      out.writeStartObject();
      out.writeStringProperty(UDF, key.udf().text());
      out.writeName(PARAMETERS);
      out.writeStartObject();
      out.writeName(KeyTags.publicTag(members));
      out.writeTree(members);
      out.writeEndObject();
      out.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<PublicKey> {
    Reader() {
      super(PublicKey.class);
    }

    @Override
    public PublicKey deserialize(JsonParser in, DeserializationContext context) {
      JsonNode tree = context.readTree(in);
      JsonNode udf = tree.get(UDF);
      JsonNode parameters = tree.get(PARAMETERS);
      if (tree.size() != 2 || udf == null || !udf.isString() || parameters == null) {
        return context.reportInputMismatch(
            PublicKey.class, "a PublicKey has a UDF and PublicParameters, and nothing else");
      }
      try {
        return new PublicKey(
            Udf.parse(udf.stringValue()), PublicJwk.fromJson(KeyTags.untagPublic(parameters)));
      } catch (IllegalArgumentException | MeshException e) {
        String message = String.valueOf(e.getMessage());
        return context.reportInputMismatch(
            PublicKey.class, "%s", message.lines().findFirst().orElse(""));
      }
    }
  }
}
