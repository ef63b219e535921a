package dev.meshsim.schema.export;

import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the reference section, for a document that has more: an object or message, a
 * transaction, a section by its title, the statuses, the service, or all. Types are links only if
 * all is written, since they lead to a heading.
 */
public final class SchemaPart {

  /** The word for the whole reference section. */
  public static final String ALL = "all";

  /** The word for the table of statuses. */
  public static final String STATUSES = "statuses";

  /** The word for the service. */
  public static final String SERVICE = "service";

  /** The markup of a document. */
  public enum Markup {
    MARKDOWN,
    RFC_XML,
    HTML
  }

  private final Schema schema;
  private final Markup markup;
  private final int level;

  /**
   * Parts of a schema.
   *
   * @param level the level of the part's own heading, 1 to 6; RFC XML has none
   */
  public SchemaPart(Schema schema, Markup markup, int level) {
    this.schema = schema;
    this.markup = markup;
    this.level = level;
  }

  /** The names of all parts. */
  public static List<String> names(Schema schema) {
    List<String> names = new ArrayList<>(List.of(ALL, STATUSES, SERVICE));
    schema.objects().stream().map(SchemaObject::name).forEach(names::add);
    schema.transactions().stream().map(SchemaTransaction::name).forEach(names::add);
    schema.sections().stream().map(SchemaSection::title).forEach(names::add);
    return names;
  }

  /** The text of a part, without a line feed at its end; empty if there is no such part. */
  public Optional<String> text(String name) {
    SectionWriter writer =
        markup == Markup.MARKDOWN
            ? new MarkdownWriter(schema, name.equals(ALL))
            : new RfcXmlWriter(schema, name.equals(ALL));
    return switch (name) {
      case ALL -> {
        StringBuilder all = new StringBuilder();
        schema
            .sections()
            .forEach(section -> all.append(writer.section(section, level + section.level() - 1)));
        yield Optional.of(finished(all.toString()));
      }
      case STATUSES -> Optional.of(finished(writer.statuses(schema.statuses())));
      case SERVICE ->
          schema.sections().stream()
              .flatMap(section -> section.services().stream())
              .findFirst()
              .map(service -> finished(writer.service(service)));
      default -> named(name, writer).map(this::finished);
    };
  }

  private Optional<String> named(String name, SectionWriter writer) {
    return schema
        .object(name)
        .map(object -> writer.object(object, level))
        .or(
            () ->
                schema.transactions().stream()
                    .filter(transaction -> transaction.name().equals(name))
                    .findFirst()
                    .map(writer::transaction))
        .or(
            () ->
                schema.sections().stream()
                    .filter(section -> section.title().equals(name))
                    .findFirst()
                    .map(section -> writer.section(section, level)));
  }

  private String finished(String text) {
    return (markup == Markup.HTML ? html(text) : text).strip();
  }

  /** HTML has the elements of RFC XML under other names; text is escaped in both. */
  private String html(String xml) {
    StringBuilder html = new StringBuilder();
    int depth = level - 1;
    for (String line : xml.split("\n", -1)) {
      depth += line.startsWith("<section") ? 1 : 0;
      depth -= line.startsWith("</section>") ? 1 : 0;
      String heading = "h" + Math.max(1, Math.min(6, depth));
      html.append(
              line.replace("<section anchor=", "<section id=")
                  .replace("<name>", "<" + heading + ">")
                  .replace("</name>", "</" + heading + ">")
                  .replaceAll("<(/?)t>", "<$1p>")
                  .replaceAll("<(/?)tt>", "<$1code>")
                  .replace("<dl newline=\"true\">", "<dl>")
                  .replaceAll("<xref target=\"([^\"]*)\" format=\"none\">", "<a href=\"#$1\">")
                  .replace("</xref>", "</a>"))
          .append('\n');
    }
    return html.toString();
  }
}
