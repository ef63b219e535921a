package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers in trees are written in the octets in which they were read. */
class WrittenNumberTest {

  record Holder(@JsonProperty("header") ObjectNode header, @JsonProperty("Jwk") JsonNode any) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1E+400",
        "100000000000000000000.5",
        "1.50",
        "1.0",
        "-0",
        "-0.0",
        "0",
        "7",
        "1E2",
        "1e-400",
        "0.1e1",
        "9223372036854775808",
        "123456789012345678901234567890",
        "2147483648",
        "1e2000000000"
      })
  void numberIsKeptAsWritten(String number) {
    String text = "{\"header\":{\"n\":[" + number + "]},\"Jwk\":{\"m\":" + number + "}}";
    Bytes octets = Bytes.utf8(text);
    assertEquals(text, MeshJson.write(MeshJson.read(octets, Holder.class)).utf8());
    assertEquals(text, MeshJson.write(MeshJson.readTree(octets)).utf8());
    assertEquals(text, MeshJson.write(TolerantJson.read(octets)).utf8());
    assertEquals(text, MeshJson.toTree(MeshJson.read(octets, Holder.class)).toString());
    Holder again = MeshJson.fromTree(MeshJson.readTree(octets), Holder.class);
    assertEquals(text, MeshJson.write(again).utf8());
    ObjectNode copy = ((ObjectNode) MeshJson.readTree(octets)).deepCopy();
    assertEquals(text, MeshJson.write(copy).utf8());
    assertEquals(number, JsonLayout.of(MeshJson.readTree(Bytes.utf8(number))));
  }

  @Test
  void exponentBeyondAnyDecimalIsRefused() {
    for (String number : new String[] {"1e2147483648", "1e99999999999", "-1.5E-99999999999"}) {
      JsonException e =
          assertThrows(JsonException.class, () -> MeshJson.readTree(Bytes.utf8(number)));
      assertEquals(
          "the exponent of a number is out of range at line 1, column 1",
          e.problem().replaceAll("column [0-9]+", "column 1"));
      assertThrows(JsonException.class, () -> TolerantJson.read(Bytes.utf8(number)));
    }
  }
}
