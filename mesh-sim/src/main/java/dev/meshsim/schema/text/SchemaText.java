package dev.meshsim.schema.text;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaNamespace;
import dev.meshsim.schema.text.SchemaTextException.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the text form of a schema. */
public final class SchemaText {

  private static final String MARK = "\uFEFF";

  private SchemaText() {}

  /**
   * Reads a file with one or several namespaces.
   *
   * @param file the name of the file, for messages
   * @throws SchemaTextException if a line is not of the language, or a name is not defined; with
   *     file, line and column
   */
  public static Schema read(String file, Bytes octets) {
    String text = text(file, octets).replace("\r\n", "\n");
    List<Statement> statements =
        new StatementReader(file).read(text.startsWith(MARK) ? text.substring(1) : text);
    if (statements.isEmpty()) {
      throw SchemaTextException.syntax(
          new Place(file, 1, 1),
          "expected Protocol NAMESPACE ID PREFIX, found nothing",
          "begin the file with Protocol");
    }
    Definitions definitions = new Definitions();
    List<SchemaNamespace> namespaces = new ArrayList<>();
    for (Statement statement : statements) {
      namespaces.add(new NamespaceReader(definitions).read(statement));
    }
    Schema schema = new Schema(namespaces);
    definitions.check(schema);
    return schema;
  }

  private static String text(String file, Bytes octets) {
    ByteBuffer buffer = ByteBuffer.wrap(octets.toArray());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < buffer.position(); i++) {
        boolean end = octets.at(i) == '\n';
        line += end ? 1 : 0;
        column = end ? 1 : column + 1;
      }
      throw SchemaTextException.encoding(new Place(file, line, column));
    }
  }
}
