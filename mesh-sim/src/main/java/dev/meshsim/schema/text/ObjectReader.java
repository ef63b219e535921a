package dev.meshsim.schema.text;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.MemberType.Scalar;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.text.Statement.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an object or a message from its statements. */
final class ObjectReader {

  private static final List<String> OF_OBJECTS =
      Stream.concat(
              Stream.of("Abstract", "Open", "Inherits", "External", "Description"),
              Stream.concat(Scalar.words().stream(), Stream.of("Struct", "TStruct")))
          .toList();
  private static final List<String> OF_MEMBERS =
      List.of("Multiple", "Required", "Tag", "Value", "Description");

  private final Definitions definitions;
  private final List<SchemaMember> members = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> jsonNames = new HashMap<>();
  private Optional<String> base = Optional.empty();
  private boolean isAbstract;
  private boolean open;

  ObjectReader(Definitions definitions) {
    this.definitions = definitions;
  }

  SchemaObject read(Statement statement) {
    String name = statement.arguments(statement.keyword() + " NAME", false).get(0);
    NamespaceReader.name(statement.words().get(1));
    definitions.object(statement.words().get(1));
    statement.below().forEach(this::part);
    return new SchemaObject(
        statement.keyword().equals("Message")
            ? SchemaObject.Kind.MESSAGE
            : SchemaObject.Kind.STRUCTURE,
        name,
        isAbstract,
        open,
        base,
        String.join("\n\n", paragraphs),
        members);
  }

  private void part(Statement part) {
    switch (part.keyword()) {
      case "Abstract" -> {
        part.arguments("Abstract and nothing else");
        part.requireNothingBelow();
        isAbstract = true;
      }
      case "Open" -> {
        part.arguments("Open and nothing else");
        part.requireNothingBelow();
        open = true;
      }
      case "Inherits", "External" -> base(part);
      case "Description" -> paragraphs.add(NamespaceReader.paragraph(part));
      case "Struct", "TStruct" -> {
        part.arguments(part.keyword() + " OBJECT NAME", false, false);
        Word type = part.words().get(1);
        definitions.usesObject(type);
        member(
            part,
            part.words().get(2),
            part.keyword().equals("Struct")
                ? MemberType.untagged(type.text())
                : MemberType.tagged(type.text()));
      }
      default -> {
        if (!Scalar.words().contains(part.keyword())) {
          throw NamespaceReader.unknown(part, "in an object", OF_OBJECTS);
        }
        part.arguments(part.keyword() + " NAME", false);
        member(part, part.words().get(1), MemberType.of(Scalar.of(part.keyword())));
      }
    }
  }

  private void base(Statement part) {
    part.arguments(part.keyword() + " NAME", false);
    Word name = part.words().get(1);
    part.requireNothingBelow();
    if (base.isPresent()) {
      throw SchemaTextException.syntax(
          part.place(), "the object inherits two others", "keep one Inherits");
    }
    if (part.keyword().equals("External")) {
      NamespaceReader.dotted(name);
    } else {
      definitions.usesBase(name);
    }
    base = Optional.of(name.text());
  }

  private void member(Statement part, Word name, MemberType type) {
    NamespaceReader.name(name);
    boolean multiple = false;
    boolean required = false;
    Word json = name;
    Set<String> values = new HashSet<>();
    List<String> ordered = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Statement option : part.below()) {
      switch (option.keyword()) {
        case "Multiple", "Required" -> {
          option.arguments(option.keyword() + " and nothing else");
          option.requireNothingBelow();
          multiple |= option.keyword().equals("Multiple");
          required |= option.keyword().equals("Required");
        }
        case "Tag" -> {
          option.arguments("Tag \"JSON NAME\"", true);
          json = option.words().get(1);
        }
        case "Value" -> {
          String value = option.arguments("Value \"TEXT\"", true).get(0);
          if (!values.add(value)) {
            throw SchemaTextException.name(
                option.words().get(1).place(), "the value is there twice", "take one away");
          }
          ordered.add(value);
        }
        case "Description" -> texts.add(NamespaceReader.paragraph(option));
        default -> throw NamespaceReader.unknown(option, "below a member", OF_MEMBERS);
      }
    }
    twice(names, name, name.text());
    twice(jsonNames, json, json.text());
    members.add(
        new SchemaMember(
            name.text(),
            json.text(),
            type,
            multiple,
            required,
            ordered,
            String.join("\n\n", texts)));
  }

  private static void twice(Map<String, Integer> known, Word at, String name) {
    Integer before = known.putIfAbsent(name, at.place().line());
    if (before != null) {
      throw SchemaTextException.twice(at.place(), "member", name, before);
    }
  }
}
