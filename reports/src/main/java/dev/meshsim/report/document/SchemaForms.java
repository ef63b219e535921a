package dev.meshsim.report.document;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.report.document.layout.DocumentFormat;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.export.SchemaPart;
import dev.meshsim.schema.export.SchemaPart.Markup;
import java.util.Optional;

/** Writes parts of the schema in the format of a document. */
final class SchemaForms {

  private static final int LEVEL = 3;

  private final Problems problems;

  SchemaForms(Problems problems) {
    this.problems = problems;
  }

  /** The text of a placeholder; empty if it has a problem, which is then reported. */
  Optional<String> text(Directive directive, DocumentFormat format) {
    Dialect dialect = directive.option("dialect").map(SchemaForms::dialect).orElse(Dialect.MESH);
    Schema schema = Schemas.of(dialect);
    Optional<Word> wanted = directive.option("level");
    if (wanted.isPresent() && !wanted.get().text().matches("[1-6]")) {
      problems.add(
          wanted.get().place(), Code.VALUE, "level is a number from 1 to 6", "write level=3");
      return Optional.empty();
    }
    int level = wanted.map(word -> Integer.parseInt(word.text())).orElse(LEVEL);
    Word part = directive.words().get(0);
    Optional<String> text = new SchemaPart(schema, markup(format), level).text(part.text());
    if (text.isEmpty()) {
      problems.unknown(
          part.place(),
          "part of the schema",
          part.text(),
          SchemaPart.names(schema),
          "docs/reference lists them");
    }
    return text;
  }

  private static Dialect dialect(Word word) {
    return Dialect.named(word.text());
  }

  private static Markup markup(DocumentFormat format) {
    return switch (format) {
      case MARKDOWN, KRAMDOWN -> Markup.MARKDOWN;
      case XML -> Markup.RFC_XML;
      case HTML -> Markup.HTML;
    };
  }
}
