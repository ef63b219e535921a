package dev.meshsim.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reader of trees whose numbers keep the text that they were written in. The parser bounds the
 * depth and refuses duplicate members.
 */
final class TreeReader<T extends JsonNode> extends StdDeserializer<T> {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Class<T> type;

  /**
   * A reader of one kind of tree.
   *
   * @param type {@link JsonNode}, {@link ObjectNode} or {@link ArrayNode}
   */
  TreeReader(Class<T> type) {
    super(type);
    this.type = type;
  }

  @Override
  public T deserialize(JsonParser in, DeserializationContext context) {
    JsonToken first = in.currentToken();
    JsonToken wanted =
        type.equals(ObjectNode.class) ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    if (!type.equals(JsonNode.class) && first != wanted) {
      context.reportInputMismatch(type, "another kind of value");
    }
    return type.cast(value(in));
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return type.equals(JsonNode.class) ? NODES.nullNode() : null;
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }

  private static JsonNode value(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> NODES.stringNode(in.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw Refused.at(in, "expected a JSON value");
    };
  }

  private static ObjectNode object(JsonParser in) {
    ObjectNode object = NODES.objectNode();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      object.set(name, value(in));
    }
    return object;
  }

  private static ArrayNode array(JsonParser in) {
    ArrayNode array = NODES.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(in));
    }
    return array;
  }

  private static JsonNode number(JsonParser in) {
    String text = in.getString();
    if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT || text.equals("-0")) {
      try {
        return DecimalNode.valueOf(new WrittenNumber(text));
      } catch (NumberFormatException e) {
        throw Refused.at(in, "the exponent of a number is out of range");
      }
    }
    return switch (in.getNumberType()) {
      case INT -> NODES.numberNode(in.getIntValue());
      case LONG -> NODES.numberNode(in.getLongValue());
      default -> NODES.numberNode(in.getBigIntegerValue());
    };
  }
}
