package dev.meshsim.schema.export;

import dev.meshsim.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The formats in which a schema is written. */
public enum SchemaFormat {
  /** JSON Schema, draft 2020-12: any message or object in its tag. */
  JSON_SCHEMA("json-schema", ".schema.json", JsonSchemaWriter::write),
  /** The reference section in Markdown. */
  MARKDOWN("markdown", ".md", (schema, title) -> new MarkdownWriter(schema).page(title)),
  /** The reference section as a section of RFC XML, version 3. */
  RFCXML("rfcxml", ".xml", (schema, title) -> new RfcXmlWriter(schema).section(title)),
  /** The text form, which is read back. */
  PROTOGEN("protogen", ".protocol", (schema, title) -> ProtogenWriter.write(schema, title)),
  /** Types of TypeScript. */
  TYPESCRIPT("typescript", ".ts", (schema, title) -> new TypeScriptWriter(schema).write(title)),
  /** A C header with tables for a parser. */
  C("c", ".h", (schema, title) -> new CHeaderWriter(schema).write(title));

  private final String word;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final BiFunction<Schema, String, String> writer;

  SchemaFormat(String word, String extension, BiFunction<Schema, String, String> writer) {
    this.word = word;
    this.extension = extension;
    this.writer = writer;
  }

  /** The word in options. */
  public String word() {
    return word;
  }

  /** The end of the name of a file in this format. */
  public String extension() {
    return extension;
  }

  /** The words of all formats. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SchemaFormat::word).toList();
  }

  /** The format of a word. */
  public static Optional<SchemaFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /**
   * Writes a schema.
   *
   * @param title the title of the whole, for example with the dialect's name
   * @return the text, which ends with a line feed
   */
  public String write(Schema schema, String title) {
    return writer.apply(schema, title);
  }
}
