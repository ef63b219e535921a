package dev.meshsim.schema;

import dev.meshsim.cli.schema.SchemaExportCommand;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.schema.diff.Comparison;
import dev.meshsim.schema.diff.Difference;
import dev.meshsim.schema.diff.DifferenceReason;
import dev.meshsim.schema.export.SchemaFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of {@code docs/reference}, and the section of the differences in docs/dialects.md. */
final class ReferencePages {

  static final String BEGIN = "## The differences of the schemas\n";

  private ReferencePages() {}

  /** The files of the directory. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("README.md", index());
    for (Dialect dialect : Dialect.values()) {
      for (SchemaFormat format : SchemaFormat.values()) {
        files.put(
            dialect.label() + format.extension(),
            format.write(Schemas.of(dialect), SchemaExportCommand.title(dialect)));
      }
    }
    return files;
  }

  private static String index() {
    StringBuilder page = new StringBuilder();
    page.append("# The schema in other languages\n\n");
    page.append(
        """
        These files are generated from the records of the program and their Javadoc. `mesh-sim schema
        export` writes them; `SchemaReferenceTest` checks that they are up to date, and writes them
        with `-Dmeshsim.write=true`.

        """);
    page.append("| Format | ");
    page.append(String.join(" | ", Dialect.labels()));
    page.append(" | Command |\n|---|---|---|---|\n");
    for (SchemaFormat format : SchemaFormat.values()) {
      page.append("| ").append(meaning(format));
      for (String dialect : Dialect.labels()) {
        String file = dialect + format.extension();
        page.append(" | [").append(file).append("](").append(file).append(")");
      }
      page.append(" | `mesh-sim schema export --format ").append(format.word()).append("` |\n");
    }
    page.append(
        """

        The C header is complete in itself: a file that defines `MESH_SCHEMA_TABLES` before it includes
        the header has the tables. `mesh_objects` lists the objects with their members in the order in
        which they are written; a parser goes by it and needs no code for any object.

        The text form is the language of the reference implementation's schema files, with three words
        more: `Open` for an object that may have other members, `Value "TEXT"` for a text that a member
        may have, and `Status NAME` in a transaction. `mesh-sim schema export --from FILE` reads it.

        [The differences](../dialects.md#the-differences-of-the-schemas) between the dialects, and from
        the schema of the reference implementation, are listed with their reasons.
        """);
    return page.toString();
  }

  private static String meaning(SchemaFormat format) {
    return switch (format) {
      case JSON_SCHEMA -> "JSON Schema (2020-12)";
      case MARKDOWN -> "reference section, Markdown";
      case RFCXML -> "reference section, RFC XML";
      case PROTOGEN -> "text form";
      case TYPESCRIPT -> "TypeScript types";
      case C -> "C header";
    };
  }

  /** The section of the differences. */
  static String differences() {
    StringBuilder section = new StringBuilder(BEGIN);
    section.append(
        """

        `mesh-sim schema diff` compares the schemas of the dialects with each other and with that of the
        reference implementation of December 2017. This section is generated; a difference without a
        reason, and a reason without a difference, fail a test. A member that a base has is listed once,
        with the base.
        """);
    for (Comparison comparison : Comparison.values()) {
      Map<DifferenceReason, List<Difference>> byReason =
          comparison.differences().stream()
              .collect(
                  Collectors.groupingBy(
                      difference -> DifferenceReason.of(comparison, difference).orElseThrow(),
                      LinkedHashMap::new,
                      Collectors.toList()));
      section
          .append("\n### From ")
          .append(
              comparison
                  .title()
                  .replace("the reference and", "the reference to")
                  .replace("` and `", "` to `"))
          .append("\n\n| Reason | Differences |\n|---|---|\n");
      byReason.forEach(
          (reason, differences) ->
              section
                  .append("| ")
                  .append(reason.text())
                  .append(" | ")
                  .append(cell(differences))
                  .append(" |\n"));
    }
    return section.toString();
  }

  /** The differences of a reason: the places of each kind, and both sides where they say more. */
  private static String cell(List<Difference> differences) {
    Map<String, List<Difference>> byKind =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    difference -> difference.kind().word(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byKind.entrySet().stream()
        .map(
            kind ->
                kind.getKey()
                    + " "
                    + kind.getValue().stream()
                        .map(ReferencePages::shown)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static String shown(Difference difference) {
    String place = "`" + difference.place() + "`";
    return switch (difference.kind()) {
      case OBJECT, MEMBER -> place + (difference.left().isEmpty() ? " (added)" : " (not there)");
      case ABSTRACT, REQUIRED -> place;
      default -> place + " (" + side(difference.left()) + " to " + side(difference.right()) + ")";
    };
  }

  private static String side(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
