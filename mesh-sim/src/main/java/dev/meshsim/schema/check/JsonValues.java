package dev.meshsim.schema.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.schema.check.JsonValue.Kind;
import dev.meshsim.schema.check.JsonValue.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Reads the JSON values of a text, one after the other, with their places. */
final class JsonValues {

  private final String name;
  private final int firstLine;

  /**
   * A reader.
   *
   * @param name the name of the text, for places
   * @param firstLine the number of the text's first line, counted from 1
   */
  JsonValues(String name, int firstLine) {
    this.name = name;
    this.firstLine = firstLine;
  }

  /**
   * Reads all values.
   *
   * @param raw true if strings may have raw control characters
   * @return the failure that ended the reading, if one did
   */
  Optional<JsonException> read(Bytes text, boolean raw, Consumer<JsonValue> each) {
    return TolerantJson.stream(
        text,
        raw,
        parser -> {
          while (parser.nextToken() != null) {
            each.accept(value(parser));
          }
        });
  }

  private JsonValue value(JsonParser parser) throws JacksonException {
    TextPlace at = place(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          TextPlace named = place(parser);
          String member = parser.currentName();
          parser.nextToken();
          members.add(new Member(member, named, value(parser)));
        }
        yield new JsonValue(Kind.OBJECT, at, "", members, List.of());
      }
      case START_ARRAY -> {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield new JsonValue(Kind.ARRAY, at, "", List.of(), elements);
      }
      case VALUE_STRING -> JsonValue.scalar(Kind.STRING, at, parser.getString());
      case VALUE_NUMBER_INT -> JsonValue.scalar(Kind.INTEGER, at, parser.getString());
      case VALUE_NUMBER_FLOAT -> JsonValue.scalar(Kind.NUMBER, at, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> JsonValue.scalar(Kind.BOOLEAN, at, "");
      default -> JsonValue.scalar(Kind.NULL, at, "");
    };
  }

  private TextPlace place(JsonParser parser) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new TextPlace(name, firstLine + at.getLineNr() - 1, at.getColumnNr());
  }
}
