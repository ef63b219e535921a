package dev.meshsim.schema.export;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.MemberType.Scalar;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a C header (C11, no other header than the standard's): a struct for each object with the
 * members of its bases, and tables for a parser that is driven by them. The tables are defined
 * where {@code MESH_SCHEMA_TABLES} is defined before the header is included.
 */
final class CHeaderWriter {

  private final Schema schema;
  private final StringBuilder out = new StringBuilder();

  CHeaderWriter(Schema schema) {
    this.schema = schema;
  }

  String write(String title) {
    out.append("/* ").append(title).append(". Generated: do not edit. */\n\n");
    out.append("#ifndef MESH_SCHEMA_H\n#define MESH_SCHEMA_H\n\n");
    out.append("#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\n");
    types();
    values();
    schema.objects().forEach(this::struct);
    declarations();
    out.append("#endif\n\n#if defined(MESH_SCHEMA_TABLES)");
    out.append(" && !defined(MESH_SCHEMA_TABLES_DEFINED)\n#define MESH_SCHEMA_TABLES_DEFINED\n");
    schema.objects().forEach(this::table);
    objects();
    tags();
    transactions();
    statuses();
    return out.append("\n#endif\n").toString();
  }

  private static String constant(String type) {
    return "MESH_TYPE_" + type.toUpperCase(Locale.ROOT);
  }

  private static String objectType(String name) {
    return "MESH_TYPE_OBJECT_" + name;
  }

  private void types() {
    out.append("/* The type of a value: a scalar, or an object. */\nenum mesh_type {\n");
    Scalar.words().forEach(word -> out.append("  ").append(constant(word)).append(",\n"));
    out.append("  MESH_TYPE_FIRST_OBJECT,\n");
    String first = " = MESH_TYPE_FIRST_OBJECT";
    for (SchemaObject object : schema.objects()) {
      out.append("  ").append(objectType(object.name())).append(first).append(",\n");
      first = "";
    }
    out.append("  MESH_TYPE_END\n};\n\n");
    out.append("/* The number of objects. */\n#define MESH_OBJECTS ")
        .append(schema.objects().size())
        .append("\n\n");
  }

  private void values() {
    out.append(
        """
        /* How a value is written: a scalar, an object, or an object in a tag that names its type. */
        enum mesh_form { MESH_SCALAR, MESH_UNTAGGED, MESH_TAGGED };

        /* A String, a Binary in base64url or a DateTime; absent if data is NULL. */
        typedef struct mesh_text { const char *data; size_t length; } mesh_text;

        /* An Integer. */
        typedef struct mesh_integer { bool present; int64_t value; } mesh_integer;

        /* A Boolean. */
        typedef struct mesh_boolean { bool present; bool value; } mesh_boolean;

        /* An object of the type; absent if value is NULL. */
        typedef struct mesh_object_value { int type; void *value; } mesh_object_value;

        /* An array of mesh_text, mesh_integer, mesh_boolean or mesh_object_value; absent if items
           is NULL. */
        typedef struct mesh_list { size_t count; void *items; } mesh_list;

        /* A member: its name in JSON, its place in the struct, and its type. */
        typedef struct mesh_member {
          const char *name;
          size_t length;
          size_t offset;
          int type;
          uint8_t form;
          bool multiple;
          bool required;
        } mesh_member;

        /* An object: its tag, its struct and its members in wire order. The base is a type, or -1. */
        typedef struct mesh_object {
          const char *tag;
          size_t length;
          size_t size;
          const mesh_member *members;
          size_t count;
          int base;
          bool is_abstract;
          bool open;
        } mesh_object;

        /* A tag that begins a text: an object, or a transaction with its request. */
        typedef struct mesh_tag { const char *name; size_t length; int type; } mesh_tag;

        /* A transaction. */
        typedef struct mesh_transaction {
          const char *name;
          size_t length;
          int request;
          int response;
        } mesh_transaction;

        /* A status of a response. */
        typedef struct mesh_status { const char *name; int code; } mesh_status;

        """);
  }

  private static String cType(SchemaMember member) {
    if (member.multiple()) {
      return "mesh_list";
    }
    if (!member.type().isScalar()) {
      return "mesh_object_value";
    }
    return switch (member.type().scalar()) {
      case BOOLEAN -> "mesh_boolean";
      case INTEGER -> "mesh_integer";
      case BINARY, STRING, DATE_TIME -> "mesh_text";
    };
  }

  private void struct(SchemaObject object) {
    String name = "mesh_" + object.name();
    out.append("typedef struct ").append(name).append(" {\n");
    List<SchemaMember> members = schema.members(object);
    for (SchemaMember member : members) {
      out.append("  ").append(cType(member)).append(' ').append(member.name()).append(";\n");
    }
    if (members.isEmpty()) {
      out.append("  char no_members;\n");
    }
    out.append("} ").append(name).append(";\n\n");
  }

  private void declarations() {
    out.append(
        """
        /* All objects; that of a type is at [type - MESH_TYPE_FIRST_OBJECT]. */
        extern const mesh_object mesh_objects[MESH_OBJECTS];

        /* All tags, sorted by name. */
        extern const mesh_tag mesh_tags[];
        extern const size_t mesh_tag_count;

        /* All transactions. */
        extern const mesh_transaction mesh_transactions[];
        extern const size_t mesh_transaction_count;

        /* All statuses. */
        extern const mesh_status mesh_statuses[];
        extern const size_t mesh_status_count;

        """);
  }

  private void table(SchemaObject object) {
    List<SchemaMember> members = schema.members(object);
    if (members.isEmpty()) {
      return;
    }
    out.append("\nstatic const mesh_member mesh_members_").append(object.name()).append("[] = {\n");
    for (SchemaMember member : members) {
      out.append("  {")
          .append(literal(member.json()))
          .append(", offsetof(mesh_")
          .append(object.name())
          .append(", ")
          .append(member.name())
          .append("), ")
          .append(typeOf(member.type()))
          .append(", MESH_")
          .append(member.type().form().name())
          .append(", ")
          .append(member.multiple())
          .append(", ")
          .append(member.required())
          .append("},\n");
    }
    out.append("};\n");
  }

  /**
   * A string of C and the number of its octets. Whatever is not plain ASCII is written in octal,
   * which ends after three digits whatever follows.
   */
  private static String literal(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder literal = new StringBuilder("\"");
    for (byte octet : octets) {
      boolean plain = octet >= ' ' && octet <= '~' && "\"\\?".indexOf(octet) < 0;
      literal.append(
          plain ? "" + (char) octet : String.format(Locale.ROOT, "\\%03o", octet & 0xff));
    }
    return literal.append("\", ").append(octets.length).toString();
  }

  private static String typeOf(MemberType type) {
    return type.isScalar() ? constant(type.name()) : objectType(type.name());
  }

  private void objects() {
    out.append("\nconst mesh_object mesh_objects[MESH_OBJECTS] = {\n");
    for (SchemaObject object : schema.objects()) {
      int count = schema.members(object).size();
      out.append("  {")
          .append(literal(object.name()))
          .append(", sizeof(mesh_")
          .append(object.name())
          .append("), ")
          .append(count == 0 ? "NULL" : "mesh_members_" + object.name())
          .append(", ")
          .append(count)
          .append(", ")
          .append(object.base().map(CHeaderWriter::objectType).orElse("-1"))
          .append(", ")
          .append(object.isAbstract())
          .append(", ")
          .append(schema.open(object))
          .append("},\n");
    }
    out.append("};\n");
  }

  private void tags() {
    Map<String, SchemaObject> tags = new TreeMap<>(schema.tags());
    out.append("\nconst mesh_tag mesh_tags[] = {\n");
    tags.forEach(
        (tag, object) ->
            out.append("  {")
                .append(literal(tag))
                .append(", ")
                .append(objectType(object.name()))
                .append("},\n"));
    out.append("};\nconst size_t mesh_tag_count = ").append(tags.size()).append(";\n");
  }

  private void transactions() {
    out.append("\nconst mesh_transaction mesh_transactions[] = {\n");
    for (SchemaTransaction transaction : schema.transactions()) {
      out.append("  {")
          .append(literal(transaction.name()))
          .append(", ")
          .append(objectType(transaction.request()))
          .append(", ")
          .append(objectType(transaction.response()))
          .append("},\n");
    }
    out.append("};\nconst size_t mesh_transaction_count = ")
        .append(schema.transactions().size())
        .append(";\n");
  }

  private void statuses() {
    out.append("\nconst mesh_status mesh_statuses[] = {\n");
    for (SchemaStatus status : schema.statuses()) {
      out.append("  {\"").append(status.name()).append("\", ").append(status.code()).append("},\n");
    }
    out.append("};\nconst size_t mesh_status_count = ")
        .append(schema.statuses().size())
        .append(";\n");
  }
}
