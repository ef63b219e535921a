package dev.meshsim.cli.schema;

import dev.meshsim.cli.console.InputFile;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.diff.ReferenceSchema;
import dev.meshsim.schema.text.SchemaText;

/** A schema that an argument names. */
final class SchemaSource {

  /** The word for the schema of the reference implementation. */
  static final String REFERENCE = "reference";

  private SchemaSource() {}

  /** The schema of a dialect, the reference's, or that of a file in text form. */
  static Schema named(String word) {
    if (word.equals(REFERENCE)) {
      return ReferenceSchema.schema();
    }
    return Dialect.labels().contains(word) ? Schemas.of(Dialect.named(word)) : file(word);
  }

  /** The schema of a file in text form; {@code -} is standard input. */
  static Schema file(String name) {
    InputFile file = InputFile.read(name);
    return SchemaText.read(file.name(), file.text());
  }
}
