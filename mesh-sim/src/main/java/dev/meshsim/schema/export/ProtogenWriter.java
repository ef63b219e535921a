package dev.meshsim.schema.export;

import dev.meshsim.schema.MemberType.Form;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaNamespace;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaService;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the text form: the language of the reference's schema files, indented by four columns,
 * with {@code Open} for objects that may have other members, {@code Value} for the texts of a
 * member, and {@code Status} for those of a transaction. A namespace after another begins with its
 * own {@code Protocol}.
 */
final class ProtogenWriter {

  /** Four columns, as the reference counts a tab; a terminal would show an escaped tab. */
  private static final String INDENT = "    ";

  private static final int WIDTH = 92;

  private final StringBuilder out = new StringBuilder();

  private ProtogenWriter() {}

  static String write(Schema schema, String title) {
    ProtogenWriter writer = new ProtogenWriter();
    writer.line(0, "// " + title);
    schema.namespaces().forEach(writer::namespace);
    return writer.out.toString();
  }

  private void line(int depth, String text) {
    out.append(INDENT.repeat(text.isEmpty() ? 0 : depth)).append(text).append('\n');
  }

  private void namespace(SchemaNamespace namespace) {
    line(0, "");
    line(0, "Protocol " + namespace.name() + " " + namespace.id() + " " + namespace.prefix());
    namespace.sections().forEach(this::section);
  }

  private void section(SchemaSection section) {
    if (section.level() > 0) {
      line(0, "");
      line(1, "Section " + section.level() + " \"" + section.title() + "\"");
      description(2, section.description());
    }
    section.services().forEach(this::service);
    section.statuses().forEach(this::status);
    section.transactions().forEach(this::transaction);
    section.objects().forEach(this::object);
  }

  private void service(SchemaService service) {
    line(
        1,
        "Service "
            + service.name()
            + " \""
            + service.discovery()
            + "\" \""
            + service.path()
            + "\" "
            + service.request()
            + " "
            + service.response());
    description(2, service.description());
  }

  private void status(SchemaStatus status) {
    String name = status.kind().name();
    String kind = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    line(1, kind + " " + status.name() + " " + status.code());
    description(2, status.description());
  }

  private void transaction(SchemaTransaction transaction) {
    line(
        1,
        "Transaction "
            + transaction.group()
            + " "
            + transaction.name()
            + " "
            + transaction.request()
            + " "
            + transaction.response());
    transaction.statuses().forEach(status -> line(2, "Status " + status));
    description(2, transaction.description());
  }

  private void object(SchemaObject object) {
    line(0, "");
    line(
        1,
        (object.kind() == SchemaObject.Kind.MESSAGE ? "Message " : "Structure ") + object.name());
    if (object.isAbstract()) {
      line(2, "Abstract");
    }
    if (object.open()) {
      line(2, "Open");
    }
    object.base().ifPresent(base -> line(2, "Inherits " + base));
    description(2, object.description());
    object.members().forEach(this::member);
  }

  private void member(SchemaMember member) {
    String type =
        switch (member.type().form()) {
          case SCALAR -> member.type().name();
          case UNTAGGED -> "Struct " + member.type().name();
          case TAGGED -> "TStruct " + member.type().name();
        };
    line(2, type + " " + member.name());
    if (member.multiple()) {
      line(3, "Multiple");
    }
    if (member.required()) {
      line(3, "Required");
    }
    if (!member.json().equals(member.name())) {
      line(3, "Tag \"" + member.json() + "\"");
    }
    if (member.type().form() == Form.SCALAR) {
      member.values().forEach(value -> line(3, "Value \"" + value + "\""));
    }
    description(3, member.description());
  }

  /** A description for each paragraph, in lines of a width that people read. */
  private void description(int depth, String text) {
    if (text.isEmpty()) {
      return;
    }
    for (String paragraph : text.split("\n\n", -1)) {
      line(depth, "Description");
      folded(paragraph, WIDTH - 4 * depth).forEach(part -> line(depth + 1, "|" + part));
    }
  }

  /** The words of a paragraph in lines; a word longer than a line is not divided. */
  static List<String> folded(String paragraph, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
