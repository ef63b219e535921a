package dev.meshsim.schema.export;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.MemberType.Form;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes JSON Schema. A text is one object in its tag; every object is a definition with the
 * members of its bases, since a validator that refuses other members sees no further.
 */
final class JsonSchemaWriter {

  private static final String TIME =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$";

  private final Schema schema;

  private JsonSchemaWriter(Schema schema) {
    this.schema = schema;
  }

  static String write(Schema schema, String title) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return JsonMapper.builder()
            .build()
            .writer()
            .with(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
            .writeValueAsString(new JsonSchemaWriter(schema).root(title))
        + "\n";
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode root(String title) {
    ObjectNode root = object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", title);
    root.put(
        "description",
        "A request under the name of its transaction or of its message, a response, or any other"
            + " object, in its tag. A payload is the base64url of such a text.");
    Map<String, String> tags = new TreeMap<>();
    schema.tags().forEach((tag, object) -> tags.put(tag, object.name()));
    root.setAll(tagged(tags));
    ObjectNode definitions = root.putObject("$defs");
    schema.objects().forEach(object -> definitions.set(object.name(), definition(object)));
    return root;
  }

  /** An object with one member, whose name is a tag. */
  private static ObjectNode tagged(Map<String, String> tags) {
    ObjectNode tagged = object();
    tagged.put("type", "object");
    tagged.put("minProperties", 1);
    tagged.put("maxProperties", 1);
    tagged.put("additionalProperties", false);
    ObjectNode properties = tagged.putObject("properties");
    tags.forEach((tag, name) -> properties.set(tag, reference(name)));
    return tagged;
  }

  private static ObjectNode reference(String name) {
    return object().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode definition(SchemaObject object) {
    ObjectNode definition = object();
    if (!object.description().isEmpty()) {
      definition.put("description", object.description());
    }
    definition.put("type", "object");
    if (!schema.open(object)) {
      definition.put("additionalProperties", false);
    }
    List<SchemaMember> members = schema.members(object);
    List<SchemaMember> required = members.stream().filter(SchemaMember::required).toList();
    if (!required.isEmpty()) {
      ArrayNode names = definition.putArray("required");
      required.forEach(member -> names.add(member.json()));
    }
    ObjectNode properties = definition.putObject("properties");
    members.forEach(member -> properties.set(member.json(), property(member)));
    return definition;
  }

  private ObjectNode property(SchemaMember member) {
    ObjectNode value = value(member);
    if (member.multiple()) {
      ObjectNode array = object().put("type", "array");
      if (member.required()) {
        array.put("minItems", 1);
      }
      array.set("items", value);
      value = array;
    }
    if (!member.description().isEmpty()) {
      value.put("description", member.description());
    }
    return value;
  }

  private ObjectNode value(SchemaMember member) {
    MemberType type = member.type();
    if (type.form() == Form.UNTAGGED) {
      return reference(type.name());
    }
    if (type.form() == Form.TAGGED) {
      Map<String, String> tags = new TreeMap<>();
      schema.tagged(type.name()).forEach(object -> tags.put(object.name(), object.name()));
      return tagged(tags);
    }
    ObjectNode value = object();
    switch (type.scalar()) {
      case BOOLEAN -> value.put("type", "boolean");
      case INTEGER -> value.put("type", "integer");
      case STRING -> value.put("type", "string");
      case BINARY ->
          value
              .put("type", "string")
              .put("contentEncoding", "base64url")
              .put("pattern", "^[A-Za-z0-9_-]*$");
      case DATE_TIME -> value.put("type", "string").put("format", "date-time").put("pattern", TIME);
    }
    if (!member.values().isEmpty()) {
      ArrayNode values = value.putArray("enum");
      member.values().forEach(values::add);
    }
    return value;
  }
}
