package dev.meshsim.schema.check;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.check.JsonValue.Kind;
import dev.meshsim.schema.check.JsonValue.Member;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private final Lookups schema;
  private final Findings findings;
  private final Nested nested;
  private final ScalarCheck scalars;
  private int count;

  ObjectCheck(Dialect dialect, Findings findings, Nested nested) {
    this.schema = Lookups.of(dialect);
    this.findings = findings;
    this.nested = nested;
    this.scalars = new ScalarCheck(dialect == Dialect.PORTAL_2017, findings);
  }

  /** Every tag that begins a text. */
  Map<String, SchemaObject> anyTag() {
    return schema.anyTag();
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
    Map<String, SchemaMember> known = schema.members(object);
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
      case TAGGED -> tagged(value, schema.below(type.name()));
      case UNTAGGED ->
          schema
              .object(type.name())
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

  private void nested(TextPlace at, String text, String signed) {
    if (signed.isEmpty()) {
      nested.check(at, text, schema.anyTag());
      return;
    }
    if (signed.equals(APPLICATION) && !schema.anyTag().containsKey(tagOf(text))) {
      // A type of application that only another program knows.
      return;
    }
    nested.check(at, text, schema.below(signed));
  }

  private static String tagOf(String text) {
    int from = text.indexOf('"');
    int to = text.indexOf('"', from + 1);
    return from >= 0 && to > from ? text.substring(from + 1, to) : "";
  }
}
