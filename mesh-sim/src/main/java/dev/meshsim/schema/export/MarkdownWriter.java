package dev.meshsim.schema.export;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaService;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the reference section in Markdown: a heading for each section, object and transaction, and
 * a table of members with those of the bases first. Objects link to each other by the anchors of
 * their headings.
 */
final class MarkdownWriter implements SectionWriter {

  private final Schema schema;
  private final boolean links;

  MarkdownWriter(Schema schema) {
    this(schema, true);
  }

  /**
   * A writer.
   *
   * @param links false if the text is a part of a document that does not have all headings
   */
  MarkdownWriter(Schema schema, boolean links) {
    this.schema = schema;
    this.links = links;
  }

  /** A page of the whole schema. */
  String page(String title) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(title).append("\n\n");
    out.append(ReferenceText.INTRODUCTION).append("\n\n");
    for (SchemaSection section : schema.sections()) {
      out.append("  ".repeat(Math.max(0, section.level() - 1)))
          .append("- [")
          .append(section.title())
          .append("](#")
          .append(anchor(section.title()))
          .append(")\n");
    }
    out.append('\n');
    schema.sections().forEach(section -> out.append(section(section, section.level() + 1)));
    return out.toString().strip() + "\n";
  }

  @Override
  public String section(SchemaSection section, int level) {
    StringBuilder out = new StringBuilder();
    if (section.level() > 0) {
      out.append(heading(level, section.title()));
    }
    if (!section.description().isEmpty()) {
      out.append(section.description()).append("\n\n");
    }
    section.services().forEach(service -> out.append(service(service)));
    if (!section.statuses().isEmpty()) {
      out.append(statuses(section.statuses()));
    }
    section.transactions().forEach(transaction -> out.append(transaction(transaction)));
    section.objects().forEach(object -> out.append(object(object, level + 1)));
    return out.toString();
  }

  private static String heading(int level, String text) {
    return "#".repeat(Math.min(level, 6)) + " " + text + "\n\n";
  }

  @Override
  public String service(SchemaService service) {
    return "| Service | "
        + service.name()
        + " |\n|---|---|\n| SRV prefix | `"
        + service.discovery()
        + "` |\n| path of the HTTP address | `"
        + service.path()
        + "` |\n| requests | "
        + link(service.request())
        + " |\n| responses | "
        + link(service.response())
        + " |\n\n"
        + service.description()
        + "\n\n";
  }

  @Override
  public String statuses(List<SchemaStatus> statuses) {
    return "| Status | Name | Meaning |\n|---|---|---|\n"
        + statuses.stream()
            .map(
                status ->
                    "| "
                        + status.code()
                        + " | "
                        + status.name()
                        + " | "
                        + cell(status.description())
                        + " |\n")
            .collect(Collectors.joining())
        + "\n";
  }

  @Override
  public String transaction(SchemaTransaction transaction) {
    return transaction.description()
        + "\n\n| Request | Response | Statuses |\n|---|---|---|\n| "
        + link(transaction.request())
        + " | "
        + link(transaction.response())
        + " | "
        + ReferenceText.codes(schema, transaction)
        + " |\n\n";
  }

  @Override
  public String object(SchemaObject object, int level) {
    StringBuilder out = new StringBuilder(heading(level, ReferenceText.title(object)));
    if (!object.description().isEmpty()) {
      out.append(object.description()).append("\n\n");
    }
    object.base().ifPresent(base -> out.append("Inherits: ").append(link(base)).append("\n\n"));
    List<SchemaMember> members = schema.members(object);
    if (members.isEmpty()) {
      return out.append("It has no members.\n\n").toString();
    }
    out.append("| Member | Type | Number | Description |\n|---|---|---|---|\n");
    for (SchemaObject base : schema.bases(object)) {
      base.members().forEach(member -> out.append(row(member, " (from " + base.name() + ")")));
    }
    object.members().forEach(member -> out.append(row(member, "")));
    out.append('\n');
    if (schema.open(object)) {
      out.append("It may have other members.\n\n");
    }
    return out.toString();
  }

  private String row(SchemaMember member, String from) {
    String values =
        member.values().isEmpty()
            ? ""
            : " One of "
                + member.values().stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "))
                + ".";
    return "| `"
        + member.json()
        + "`"
        + from
        + " | "
        + type(member.type())
        + " | "
        + member.cardinality()
        + " | "
        + cell(member.description())
        + values
        + " |\n";
  }

  private String type(MemberType type) {
    return switch (type.form()) {
      case SCALAR -> type.name();
      case UNTAGGED -> link(type.name());
      case TAGGED -> link(type.name()) + ", tagged";
    };
  }

  private String link(String name) {
    return links
        ? schema
            .object(name)
            .map(object -> "[" + name + "](#" + anchor(ReferenceText.title(object)) + ")")
            .orElse(name)
        : name;
  }

  /** The anchor of a heading, as most programs make it. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n\n", "<br>").replace('\n', ' ');
  }
}
