package dev.meshsim.schema.check;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.check.JsonValue.Kind;
import dev.meshsim.schema.check.JsonValue.Member;
import dev.meshsim.schema.diff.ReferenceSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares objects with the schema. */
final class ObjectCheck {

  private static final String SIGNED = "Signed";
  private static final String APPLICATION = "ApplicationProfile";

  /** The members whose texts are JSON again, by object. */
  private static final Map<String, String> TEXTS =
      Map.of("JoseWebSignature", "payload", "DataItem", "Text");

  /** Checks a text that is in another. */
  interface Nested {
    void check(TextPlace at, String text, Map<String, SchemaObject> expected);
  }

  private final Schema schema;
  private final boolean tolerant;
  private final Findings findings;
  private final Nested nested;
  private final ScalarCheck scalars;
  private final Map<String, SchemaObject> anyTag;
  private final Map<SchemaObject, Map<String, SchemaMember>> members = new HashMap<>();
  private final Map<String, Map<String, SchemaObject>> tags = new HashMap<>();
  private final Map<String, Optional<SchemaObject>> named = new HashMap<>();
  private int count;

  ObjectCheck(Schema schema, Dialect dialect, Findings findings, Nested nested) {
    this.schema = schema;
    this.tolerant = dialect == Dialect.PORTAL_2017;
    this.findings = findings;
    this.nested = nested;
    this.scalars = new ScalarCheck(tolerant, findings);
    this.anyTag = anyTag(schema, tolerant);
  }

  /** Every tag that begins a text; those that only the reference has in the tolerant dialect. */
  private static Map<String, SchemaObject> anyTag(Schema schema, boolean tolerant) {
    Map<String, SchemaObject> tags = new TreeMap<>(schema.tags());
    if (tolerant) {
      ReferenceSchema.schema().tags().forEach(tags::putIfAbsent);
    }
    return tags;
  }

  Map<String, SchemaObject> anyTag() {
    return anyTag;
  }

  /** How many objects were compared. */
  int count() {
    return count;
  }

  /** Checks an object in one of these tags. */
  void tagged(JsonValue value, Map<String, SchemaObject> expected) {
    if (value.kind() != Kind.OBJECT || value.members().size() != 1) {
      findings.add(
          value.at(),
          "expected an object in its tag, {\"Tag\": {...}}, found "
              + (value.kind() == Kind.OBJECT
                  ? "an object with " + value.members().size() + " members"
                  : value.kind().words()),
          "write one member, whose name is that of the object");
      return;
    }
    Member only = value.members().get(0);
    SchemaObject object = expected.get(only.name());
    if (object == null) {
      findings.add(
          only.at(),
          Quote.text(only.name())
              + " is not a tag that may be here"
              + (expected.size() <= 8 ? "; expected " + String.join(", ", expected.keySet()) : ""),
          DidYouMean.hint(only.name(), expected.keySet(), ""));
      return;
    }
    object(object, only.value(), "");
  }

  /**
   * Checks an object.
   *
   * @param signed the name of the object that is signed in its payload, or empty
   */
  private void object(SchemaObject object, JsonValue value, String signed) {
    count++;
    if (value.kind() != Kind.OBJECT) {
      findings.add(
          value.at(), object.name() + " is an object, and here it is " + value.kind().words(), "");
      return;
    }
    Map<String, SchemaMember> known = members.computeIfAbsent(object, this::known);
    Set<String> present = new HashSet<>();
    for (Member member : value.members()) {
      present.add(member.name());
      SchemaMember expected = known.get(member.name());
      if (expected != null) {
        member(object, expected, member.value(), signed);
      } else if (!schema.open(object)) {
        findings.add(
            member.at(),
            object.name() + " has no member " + Quote.text(member.name()),
            DidYouMean.hint(member.name(), known.keySet(), ""));
      }
    }
    for (SchemaMember member : known.values()) {
      if (member.required() && !present.contains(member.json())) {
        findings.add(value.at(), object.name() + " lacks the member \"" + member.json() + "\"", "");
      }
    }
  }

  /** The members of an object, with those that only the reference has in the tolerant dialect. */
  private Map<String, SchemaMember> known(SchemaObject object) {
    Map<String, SchemaMember> known = new LinkedHashMap<>();
    Schema of = schema.objects().contains(object) ? schema : ReferenceSchema.schema();
    of.members(object).forEach(member -> known.put(member.json(), member));
    if (tolerant) {
      Schema reference = ReferenceSchema.schema();
      reference
          .object(object.name())
          .ifPresent(
              theirs ->
                  reference
                      .members(theirs)
                      .forEach(member -> known.putIfAbsent(member.json(), member)));
    }
    return known;
  }

  private void member(SchemaObject object, SchemaMember member, JsonValue value, String signed) {
    if (!member.multiple()) {
      one(object, member, value, signed);
      return;
    }
    if (value.kind() != Kind.ARRAY) {
      findings.add(
          value.at(),
          place(object, member) + " is an array, and here it is " + value.kind().words(),
          "write it between square brackets");
      return;
    }
    if (member.required() && value.elements().isEmpty()) {
      findings.add(value.at(), place(object, member) + " has at least one element", "");
    }
    value.elements().forEach(element -> one(object, member, element, signed));
  }

  private static String place(SchemaObject object, SchemaMember member) {
    return object.name() + "." + member.json();
  }

  private void one(SchemaObject object, SchemaMember member, JsonValue value, String signed) {
    MemberType type = member.type();
    switch (type.form()) {
      case TAGGED -> tagged(value, tags.computeIfAbsent(type.name(), this::tagsBelow));
      case UNTAGGED ->
          named
              .computeIfAbsent(type.name(), this::object)
              .ifPresent(
                  untagged ->
                      object(
                          untagged,
                          value,
                          object.name().startsWith(SIGNED)
                              ? object.name().substring(SIGNED.length())
                              : ""));
      case SCALAR -> {
        Optional<String> text = scalars.check(place(object, member), member, value);
        if (member.json().equals(TEXTS.get(object.name()))) {
          text.ifPresent(inner -> nested(value.at(), inner, signed));
        }
      }
    }
  }

  private Optional<SchemaObject> object(String name) {
    return schema.object(name).or(() -> ReferenceSchema.schema().object(name));
  }

  private Map<String, SchemaObject> tagsBelow(String base) {
    Map<String, SchemaObject> found = new TreeMap<>();
    schema.tagged(base).forEach(object -> found.put(object.name(), object));
    if (tolerant) {
      ReferenceSchema.schema()
          .tagged(base)
          .forEach(object -> found.putIfAbsent(object.name(), object));
    }
    return found;
  }

  private void nested(TextPlace at, String text, String signed) {
    if (signed.isEmpty()) {
      nested.check(at, text, anyTag);
      return;
    }
    if (signed.equals(APPLICATION) && !anyTag.containsKey(tagOf(text))) {
      // A type of application that only another program knows.
      return;
    }
    nested.check(at, text, tags.computeIfAbsent(signed, this::tagsBelow));
  }

  private static String tagOf(String text) {
    int from = text.indexOf('"');
    int to = text.indexOf('"', from + 1);
    return from >= 0 && to > from ? text.substring(from + 1, to) : "";
  }
}
