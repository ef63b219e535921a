package dev.meshsim.schema.export;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaService;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the reference section in RFC XML, version 3: a {@code section} for each section and
 * object, with a definition list of the members. Objects refer to each other by anchors.
 */
final class RfcXmlWriter implements SectionWriter {

  private final Schema schema;
  private final boolean links;

  RfcXmlWriter(Schema schema) {
    this(schema, true);
  }

  /**
   * A writer.
   *
   * @param links false if the text is a part of a document that does not have all anchors
   */
  RfcXmlWriter(Schema schema, boolean links) {
    this.schema = schema;
    this.links = links;
  }

  /** The whole schema as one section. */
  String section(String title) {
    StringBuilder out = new StringBuilder();
    out.append(open("reference", title)).append(paragraph(ReferenceText.INTRODUCTION));
    Deque<Integer> levels = new ArrayDeque<>();
    for (SchemaSection section : schema.sections()) {
      while (!levels.isEmpty() && levels.peek() >= section.level()) {
        levels.pop();
        out.append("</section>\n");
      }
      levels.push(section.level());
      out.append(open("section-" + anchor(section.title()), section.title()));
      out.append(body(section));
    }
    levels.forEach(level -> out.append("</section>\n"));
    return out.append("</section>\n").toString();
  }

  @Override
  public String section(SchemaSection section, int level) {
    return open("section-" + anchor(section.title()), section.title())
        + body(section)
        + "</section>\n";
  }

  private String body(SchemaSection section) {
    StringBuilder out = new StringBuilder();
    out.append(paragraphs(section.description()));
    section.services().forEach(service -> out.append(service(service)));
    if (!section.statuses().isEmpty()) {
      out.append(statuses(section.statuses()));
    }
    section.transactions().forEach(transaction -> out.append(transaction(transaction)));
    section.objects().forEach(object -> out.append(object(object, section.level() + 1)));
    return out.toString();
  }

  private static String open(String anchor, String title) {
    return "<section anchor=\"" + anchor + "\">\n<name>" + escaped(title) + "</name>\n";
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String service(SchemaService service) {
    return paragraphs(service.description())
        + list(
            List.of(
                entry("Service", escaped(service.name())),
                entry("SRV prefix", "<tt>" + escaped(service.discovery()) + "</tt>"),
                entry("Path of the HTTP address", "<tt>" + escaped(service.path()) + "</tt>"),
                entry("Requests", link(service.request())),
                entry("Responses", link(service.response()))));
  }

  @Override
  public String statuses(List<SchemaStatus> statuses) {
    return "<table>\n<thead>\n<tr><th>Status</th><th>Name</th><th>Meaning</th></tr>\n</thead>\n"
        + "<tbody>\n"
        + statuses.stream()
            .map(
                status ->
                    "<tr><td>"
                        + status.code()
                        + "</td><td>"
                        + escaped(status.name())
                        + "</td><td>"
                        + inline(status.description().replace("\n\n", " "))
                        + "</td></tr>\n")
            .collect(Collectors.joining())
        + "</tbody>\n</table>\n";
  }

  @Override
  public String transaction(SchemaTransaction transaction) {
    return paragraphs(transaction.description())
        + list(
            List.of(
                entry("Request", link(transaction.request())),
                entry("Response", link(transaction.response())),
                entry("Statuses", ReferenceText.codes(schema, transaction))));
  }

  @Override
  public String object(SchemaObject object, int level) {
    StringBuilder out = new StringBuilder();
    out.append(open("object-" + object.name(), ReferenceText.title(object)));
    out.append(paragraphs(object.description()));
    object.base().ifPresent(base -> out.append("<t>Inherits: " + link(base) + "</t>\n"));
    List<SchemaMember> members = schema.members(object);
    if (members.isEmpty()) {
      return out.append(paragraph("It has no members.")).append("</section>\n").toString();
    }
    StringBuilder entries = new StringBuilder();
    for (SchemaObject base : schema.bases(object)) {
      base.members().forEach(member -> entries.append(entry(member, ", from " + base.name())));
    }
    object.members().forEach(member -> entries.append(entry(member, "")));
    out.append(list(List.of(entries.toString())));
    if (schema.open(object)) {
      out.append(paragraph("It may have other members."));
    }
    return out.append("</section>\n").toString();
  }

  private String entry(SchemaMember member, String from) {
    String values =
        member.values().isEmpty()
            ? ""
            : "\n\nOne of "
                + member.values().stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "))
                + ".";
    return "<dt><tt>"
        + escaped(member.json())
        + "</tt>: "
        + type(member.type())
        + " ("
        + member.cardinality()
        + from
        + ")</dt>\n<dd>\n"
        + paragraphs(member.description() + values)
        + "</dd>\n";
  }

  private String type(MemberType type) {
    return switch (type.form()) {
      case SCALAR -> type.name();
      case UNTAGGED -> link(type.name());
      case TAGGED -> link(type.name()) + ", tagged";
    };
  }

  private String link(String name) {
    return links && schema.object(name).isPresent()
        ? "<xref target=\"object-" + name + "\" format=\"none\">" + name + "</xref>"
        : escaped(name);
  }

  private static String list(List<String> entries) {
    return "<dl newline=\"true\">\n" + String.join("", entries) + "</dl>\n";
  }

  private static String entry(String term, String value) {
    return "<dt>" + term + "</dt>\n<dd>" + value + "</dd>\n";
  }

  private static String paragraphs(String text) {
    return text.isEmpty()
        ? ""
        : Arrays.stream(text.strip().split("\n\n", -1))
            .map(RfcXmlWriter::paragraph)
            .collect(Collectors.joining());
  }

  private static String paragraph(String text) {
    return String.join("\n", ProtogenWriter.folded("<t>" + inline(text) + "</t>", 90)) + "\n";
  }

  /** Text with code between backticks. */
  private static String inline(String text) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (String part : text.split("`", -1)) {
      out.append(code ? "<tt>" + escaped(part) + "</tt>" : escaped(part));
      code = !code;
    }
    return out.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
