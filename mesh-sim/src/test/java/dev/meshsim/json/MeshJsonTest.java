package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MeshJsonTest {

  sealed interface Shape permits Circle, Square {}

  record Circle(@JsonProperty("Radius") int radius) implements Shape {}

  record Square(@JsonProperty("Side") int side, @JsonProperty("Data") @Nullable Bytes data)
      implements Shape {}

  record Drawing(
      @JsonProperty("Made") Instant made,
      @JsonProperty("First") @Tagged Shape first,
      @JsonProperty("Rest") @Tagged List<Shape> rest,
      @JsonProperty("Plain") @Nullable Circle plain) {}

  private static final String TEXT =
      "{\"Made\":\"2019-04-04T00:00:00Z\",\"First\":{\"Circle\":{\"Radius\":1}},"
          + "\"Rest\":[{\"Square\":{\"Side\":2,\"Data\":\"AQID\"}},{\"Circle\":{\"Radius\":3}}],"
          + "\"Plain\":{\"Radius\":4}}";

  @Test
  void membersAreInSchemaOrderAndTaggedWhereDeclared() {
    Drawing drawing =
        new Drawing(
            Instant.parse("2019-04-04T00:00:00Z"),
            new Circle(1),
            List.of(new Square(2, Bytes.of((byte) 1, (byte) 2, (byte) 3)), new Circle(3)),
            new Circle(4));
    assertEquals(TEXT, MeshJson.write(drawing).utf8());
    assertEquals(drawing, MeshJson.read(Bytes.utf8(TEXT), Drawing.class));
  }

  @Test
  void nullIsRefused() {
    for (String text : List.of("", " ", "null")) {
      JsonException e =
          assertThrows(
              JsonException.class, () -> MeshJson.read(Bytes.utf8(text), Circle.class), text);
      assertEquals(JsonException.Code.SHAPE, e.errorCode());
      assertTrue(e.problem().matches("(expected a value|the text is empty).*"), e::problem);
    }
    assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.EMPTY));
    assertThrows(
        JsonException.class,
        () -> MeshJson.readTagged(Bytes.utf8("{\"Circle\":null}"), Shape.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Radius\":null}",
        "{\"Radius\":[1]}",
        "{\"Radius\":1,\"Colour\":2}",
        "{\"Radius\":",
        "[",
        "{\"Radius\":{}",
        "7"
      })
  void messagesDoNotShowClassesOrSettings(String text) {
    JsonException e =
        assertThrows(JsonException.class, () -> MeshJson.read(Bytes.utf8(text), Circle.class));
    for (String leak : List.of("Feature", "[Source", "dev.meshsim", "java.", "(set")) {
      assertFalse(e.problem().contains(leak), e::problem);
    }
  }

  @Test
  void absentMembersAreOmitted() {
    assertEquals("{\"Square\":{\"Side\":2}}", MeshJson.writeTagged(new Square(2, null)).utf8());
  }

  @Test
  void taggedRootNamesItsClass() {
    Bytes text = MeshJson.writeTagged(new Circle(7));
    assertEquals("{\"Circle\":{\"Radius\":7}}", text.utf8());
    assertEquals(new Circle(7), MeshJson.readTagged(text, Shape.class));
  }

  @Test
  void millisecondsSurvive() {
    Instant at = Instant.parse("2019-04-04T00:00:00.001Z");
    assertTrue(
        MeshJson.write(new Drawing(at, new Circle(1), List.of(), null)).utf8().contains(".001Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "{\"Circle\":{\"Radius\":1}} {}",
        "{\"Circle\":{\"Radius\":1},\"Square\":{}}",
        "{\"Triangle\":{}}",
        "{\"Circle\":{\"Radius\":\"1\"}}",
        "{\"Circle\":{\"Radius\":1.5}}",
        "{\"Circle\":{\"Radius\":1,\"Colour\":\"red\"}}",
        "{\"Square\":{\"Side\":1,\"Data\":\"A+==\"}}",
        "{\"Square\":{\"Side\":1,\"Data\":\"AQI\\nD\"}}",
        "{\"Square\":{\"Side\":1,\"Data\":7}}",
      })
  void aTextOfAnotherShapeIsRefused(String text) {
    JsonException e =
        assertThrows(JsonException.class, () -> MeshJson.readTagged(Bytes.utf8(text), Shape.class));
    assertTrue(e.problem().contains("line") || e.problem().contains("octets"), e.problem());
  }

  @Test
  void duplicateMembersAreRefusedByName() {
    JsonException e = refusal("{\"Circle\":{\"Radius\":1,\"Radius\":2}}");
    assertEquals(JsonException.Code.DUPLICATE_MEMBER, e.errorCode());
    assertTrue(e.problem().contains("Radius"), e.problem());
  }

  @Test
  void aMissingNumberIsRefusedByName() {
    JsonException e = refusal("{\"Circle\":{}}");
    assertEquals(JsonException.Code.SHAPE, e.errorCode());
    assertTrue(e.problem().startsWith("the member Radius is missing at line 1"), e.problem());
  }

  @Test
  void depthIsBounded() {
    assertEquals(
        JsonException.Code.LIMIT,
        assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.utf8("[".repeat(10_000))))
            .errorCode());
  }

  @Test
  void numbersAreBounded() {
    String million = "{\"Circle\":{\"Radius\":" + "9".repeat(1_000_000) + "}}";
    assertEquals(JsonException.Code.LIMIT, refusal(million).errorCode());
  }

  @Test
  void sizeIsBoundedBeforeAnyParsing() {
    assertEquals(JsonException.Code.LIMIT, refusal(" ".repeat(100_000_000)).errorCode());
  }

  @Test
  void namesAreBounded() {
    assertEquals(
        JsonException.Code.LIMIT, refusal("{\"" + "n".repeat(100_000) + "\":1}").errorCode());
  }

  private static JsonException refusal(String text) {
    return assertThrows(
        JsonException.class, () -> MeshJson.readTagged(Bytes.utf8(text), Shape.class));
  }

  @Test
  void thePositionOfAnErrorDoesNotQuoteTheText() {
    JsonException cut =
        assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.utf8("{\n  \"a\": ")));
    assertTrue(cut.position().startsWith(" at line 2, column "), cut.position());
    ObjectNode secret = JsonNodeFactory.instance.objectNode();
    secret.putObject("x at line secret");
    JsonException shape =
        assertThrows(
            JsonException.class,
            () -> MeshJson.fromTaggedTree(secret, Object.class, Map.of("Tag", Object.class)));
    assertEquals("", shape.position());
  }
}
