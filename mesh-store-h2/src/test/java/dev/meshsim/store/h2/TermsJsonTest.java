package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.IndexTerm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to read terms gives what the JSON parser gives, or leaves it to the parser. */
class TermsJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\"",
        "\\",
        "é",
        "\u0000",
        "\u001f",
        "\u007f",
        "😀",
        "a\"b",
        "\",\"Term\":\"x",
        "\"}]",
        "[]",
        "\n",
        "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y"
      })
  void whatIsWrittenIsRead(String text) {
    for (List<IndexTerm> terms :
        List.of(
            List.of(new IndexTerm("UDF", text)),
            List.of(new IndexTerm(text, "x")),
            List.of(new IndexTerm("a", "b"), new IndexTerm(text, text), new IndexTerm("c", "")))) {
      byte[] json = TermsJson.write(terms);
      assertEquals(terms, TermsJson.read(json));
      assertEquals(TermsJson.parsed(json), TermsJson.read(json));
    }
  }

  @Test
  void noTermsAreNone() {
    assertEquals(List.of(), TermsJson.read(TermsJson.write(List.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " []",
        "[ ]",
        "[{\"Term\":\"x\",\"Type\":\"UDF\"}]",
        "[ {\"Type\":\"UDF\", \"Term\":\"x\"} ]",
        "[{\"Type\":\"UDF\",\"Term\":\"\\u0041\"}]"
      })
  void otherFormsOfTheSameAreRead(String json) {
    byte[] octets = json.getBytes(StandardCharsets.UTF_8);
    assertEquals(TermsJson.parsed(octets), TermsJson.read(octets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]]",
        "[,]",
        "[{\"Type\":\"UDF\",\"Term\":\"x\"}",
        "[{\"Type\":\"UDF\",\"Term\":\"x\"},]",
        "[{\"Type\":\"UDF\",\"Term\":\"x\"}]]",
        "[{\"Type\":\"UDF\",\"Term\":\"x}]",
        "[{\"Type\":\"UDF\"}]",
        "[{\"Type\":\"UDF\",\"Term\":\"a\tb\"}]"
      })
  void whatIsNoListOfTermsIsRefused(String json) {
    byte[] octets = json.getBytes(StandardCharsets.UTF_8);
    assertThrows(MeshException.class, () -> TermsJson.read(octets));
  }
}
