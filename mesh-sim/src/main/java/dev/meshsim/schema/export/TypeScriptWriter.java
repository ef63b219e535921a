package dev.meshsim.schema.export;

import dev.meshsim.json.MeshJson;
import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaTransaction;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes TypeScript: an interface for each object, a type {@code TaggedX} for each tagged type, and
 * {@code Tagged}, {@code Request} and {@code Response} for whole texts.
 */
final class TypeScriptWriter {

  private final Schema schema;
  private final StringBuilder out = new StringBuilder();

  TypeScriptWriter(Schema schema) {
    this.schema = schema;
  }

  String write(String title) {
    out.append("// ").append(title).append(". Generated: do not edit.\n\n");
    out.append("/** Octets in base64url without padding. */\nexport type Binary = string;\n\n");
    out.append("/** A time of RFC 3339 in UTC. */\nexport type DateTime = string;\n");
    schema.objects().forEach(this::object);
    tagged().forEach(this::union);
    Map<String, String> requests = new TreeMap<>();
    Map<String, String> responses = new TreeMap<>();
    for (SchemaTransaction transaction : schema.transactions()) {
      requests.put(transaction.name(), transaction.request());
      requests.put(transaction.request(), transaction.request());
      responses.put(transaction.response(), transaction.response());
    }
    responses.put("MeshResponse", "MeshResponse");
    union("Request", requests, "A request under the name of its transaction or its message.");
    union("Response", responses, "A response.");
    Map<String, String> all = new TreeMap<>();
    schema.tags().forEach((tag, object) -> all.put(tag, object.name()));
    union("Tagged", all, "Any message or object in its tag.");
    return out.toString();
  }

  private TreeSet<String> tagged() {
    TreeSet<String> bases = new TreeSet<>();
    for (SchemaObject object : schema.objects()) {
      object.members().stream()
          .filter(member -> member.type().form() == MemberType.Form.TAGGED)
          .forEach(member -> bases.add(member.type().name()));
    }
    return bases;
  }

  private void union(String base) {
    Map<String, String> tags = new TreeMap<>();
    schema.tagged(base).forEach(object -> tags.put(object.name(), object.name()));
    union("Tagged" + base, tags, base + " or an object that inherits it, in its tag.");
  }

  private void union(String name, Map<String, String> tags, String comment) {
    out.append("\n/** ").append(comment).append(" */\nexport type ").append(name).append(" =");
    tags.forEach(
        (tag, object) ->
            out.append("\n  | { ").append(key(tag)).append(": ").append(object).append(" }"));
    out.append(";\n");
  }

  private void object(SchemaObject object) {
    out.append('\n').append(comment("", object.description()));
    out.append("export interface ").append(object.name());
    object.base().ifPresent(base -> out.append(" extends ").append(base));
    out.append(" {\n");
    object.members().forEach(this::member);
    if (object.open()) {
      out.append("  /** It may have other members. */\n  [other: string]: unknown;\n");
    } else if (!object.isAbstract() && schema.members(object).isEmpty()) {
      // An empty interface would accept anything.
      out.append("  [other: string]: never;\n");
    }
    out.append("}\n");
  }

  private void member(SchemaMember member) {
    out.append(comment("  ", member.description()));
    out.append("  ").append(key(member.json()));
    out.append(member.required() ? ": " : "?: ").append(type(member)).append(";\n");
  }

  private static String type(SchemaMember member) {
    String one =
        switch (member.type().form()) {
          case UNTAGGED -> member.type().name();
          case TAGGED -> "Tagged" + member.type().name();
          case SCALAR -> scalar(member);
        };
    return member.multiple() ? (one.contains("|") ? "(" + one + ")[]" : one + "[]") : one;
  }

  private static String scalar(SchemaMember member) {
    if (!member.values().isEmpty()) {
      return member.values().stream()
          .map(TypeScriptWriter::literal)
          .collect(Collectors.joining(" | "));
    }
    return switch (member.type().scalar()) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "number";
      case BINARY -> "Binary";
      case STRING -> "string";
      case DATE_TIME -> "DateTime";
    };
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : literal(name);
  }

  /** A string of TypeScript, which is one of JSON. */
  private static String literal(String text) {
    return MeshJson.write(text).utf8();
  }

  private static String comment(String indent, String text) {
    if (text.isEmpty()) {
      return "";
    }
    String safe = text.replace("*/", "* /");
    String lines =
        Arrays.stream(safe.split("\n\n", -1))
            .map(
                paragraph ->
                    ProtogenWriter.folded(paragraph, 90).stream()
                        .map(line -> indent + " * " + line + "\n")
                        .collect(Collectors.joining()))
            .collect(Collectors.joining(indent + " *\n"));
    return lines.indexOf('\n') == lines.length() - 1
        ? indent + "/**" + lines.strip().substring(1) + " */\n"
        : indent + "/**\n" + lines + indent + " */\n";
  }
}
