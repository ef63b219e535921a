package dev.meshsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSON in the layout of the reference implementation, with long binary data shortened. */
class MeshLayoutTest {

  private static JsonNode json(String text) {
    return MeshJson.readTree(Bytes.utf8(text));
  }

  @Test
  void membersStartLinesAndClosersDoNot() {
    String compact =
        """
        {"A":{"Names":["one","two"],"Empty":[],"None":{},"Flag":true,"Count":-12,\
        "Devices":[{"Identifier":"x"},{"Identifier":"y"}]}}""";
    assertEquals(
        """
        {
          "A": {
            "Names": ["one",
              "two"],
            "Empty": [],
            "None": {},
            "Flag": true,
            "Count": -12,
            "Devices": [{
                "Identifier": "x"},
              {
                "Identifier": "y"}]}}""",
        MeshLayout.whole(json(compact)));
  }

  @Test
  void whatNeedsAnEscapeHasOne() {
    String text = "quote \" backslash \\ tab \t bell \u0007 feed \n pair \uD83D\uDE00 e acute é";
    JsonNode tree = MeshJson.toTree(java.util.Map.of("a", text));
    String laid = MeshLayout.whole(tree);
    assertEquals(
        "{\n  \"a\": \"quote \\\" backslash \\\\ tab \\u0009 bell \\u0007 feed \\n pair"
            + " \\uD83D\\uDE00 e acute é\"}",
        laid);
    assertEquals(tree, json(laid));
  }

  @ParameterizedTest
  @ValueSource(ints = {260, 261, 288, 300, 336, 1000})
  void longBinaryKeepsNinetySixOctetsAndTheLastGroup(int octets) {
    byte[] content = new byte[octets];
    for (int i = 0; i < octets; i++) {
      content[i] = (byte) (i * 7);
    }
    String text = Bytes.of(content).base64Url();
    String shown =
        json(MeshLayout.elided(MeshJson.toTree(java.util.Map.of("payload", text))))
            .path("payload")
            .stringValue();
    int tail = octets % 48 == 0 ? octets - 48 : octets / 48 * 48;
    assertEquals(
        Bytes.of(content, 0, 96).base64Url() + "..." + Bytes.of(content, tail, octets).base64Url(),
        shown);
  }

  @Test
  void shortBinaryAndLongTextAreNotShortened() {
    String binary = Bytes.of(new byte[259]).base64Url();
    String prose = "a sentence with spaces, ".repeat(40);
    JsonNode tree = MeshJson.toTree(java.util.Map.of("a", binary, "b", prose));
    assertEquals(tree, json(MeshLayout.elided(tree)));
  }
}
