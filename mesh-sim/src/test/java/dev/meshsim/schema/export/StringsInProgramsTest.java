package dev.meshsim.schema.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.text.SchemaText;
import org.junit.jupiter.api.Test;

class StringsInProgramsTest {

  @Test
  void namesInJsonAreStringsOfEachLanguage() {
    Schema schema =
        SchemaText.read(
            "notes.protocol",
            Bytes.utf8(
                """
                Protocol org.example.note Note Note
                \tSection 1 "Notes"
                \tStructure Entry
                \t\tString Labels
                \t\t\tTag "\u00e4 \\ ?"
                """));
    String c = SchemaFormat.C.write(schema, "test");
    assertTrue(c.contains("\"\\303\\244 \\134 \\077\", 6"), c);
    String typeScript = SchemaFormat.TYPESCRIPT.write(schema, "test");
    assertTrue(typeScript.contains("\"\u00e4 \\\\ ?\"?: "), typeScript);
  }
}
