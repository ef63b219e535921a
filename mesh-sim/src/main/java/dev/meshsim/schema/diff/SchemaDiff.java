package dev.meshsim.schema.diff;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import dev.meshsim.schema.diff.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two schemas: objects by name, members by their names in JSON with those of bases,
 * transactions by name and statuses by number. Descriptions and sections are not compared.
 */
public final class SchemaDiff {

  private final Schema left;
  private final Schema right;
  private final List<Difference> found = new ArrayList<>();

  private SchemaDiff(Schema left, Schema right) {
    this.left = left;
    this.right = right;
  }

  /** The differences in the order of the first schema, then what is only in the second. */
  public static List<Difference> between(Schema left, Schema right) {
    SchemaDiff diff = new SchemaDiff(left, right);
    diff.objects();
    diff.transactions();
    diff.statuses();
    return List.copyOf(diff.found);
  }

  private void add(Kind kind, String place, String one, String other) {
    if (!one.equals(other)) {
      found.add(new Difference(kind, place, one, other));
    }
  }

  private void objects() {
    Set<String> names = new LinkedHashSet<>();
    left.objects().forEach(object -> names.add(object.name()));
    right.objects().forEach(object -> names.add(object.name()));
    for (String name : names) {
      SchemaObject one = left.object(name).orElse(null);
      SchemaObject other = right.object(name).orElse(null);
      if (one == null || other == null) {
        add(Kind.OBJECT, name, one == null ? "" : "object", other == null ? "" : "object");
      } else {
        objects(one, other);
      }
    }
  }

  private void objects(SchemaObject one, SchemaObject other) {
    String name = one.name();
    add(
        Kind.ABSTRACT,
        name,
        one.isAbstract() ? "abstract" : "concrete",
        other.isAbstract() ? "abstract" : "concrete");
    add(Kind.BASE, name, one.base().orElse(""), other.base().orElse(""));
    Map<String, SchemaMember> ours = members(left, one);
    Map<String, SchemaMember> theirs = members(right, other);
    Set<String> json = new LinkedHashSet<>(ours.keySet());
    json.addAll(theirs.keySet());
    for (String member : json) {
      if (!follows(one, other, member)) {
        members(name + "." + member, ours.get(member), theirs.get(member));
      }
    }
  }

  /** True if the difference of a member is that of a base, which both objects have. */
  private boolean follows(SchemaObject one, SchemaObject other, String member) {
    Optional<String> origin = origin(left, one, member).or(() -> origin(right, other, member));
    return origin.isPresent()
        && !origin.get().equals(one.name())
        && hasBase(left, one, origin.get())
        && hasBase(right, other, origin.get());
  }

  /** The object that a member is declared in. */
  private static Optional<String> origin(Schema schema, SchemaObject object, String member) {
    return Stream.concat(schema.bases(object).stream(), Stream.of(object))
        .filter(each -> each.members().stream().anyMatch(own -> own.json().equals(member)))
        .map(SchemaObject::name)
        .findFirst();
  }

  private static boolean hasBase(Schema schema, SchemaObject object, String base) {
    return schema.bases(object).stream().anyMatch(each -> each.name().equals(base));
  }

  private static Map<String, SchemaMember> members(Schema schema, SchemaObject object) {
    Map<String, SchemaMember> members = new LinkedHashMap<>();
    schema.members(object).forEach(member -> members.put(member.json(), member));
    return members;
  }

  private void members(String place, @Nullable SchemaMember one, @Nullable SchemaMember other) {
    if (one == null || other == null) {
      add(
          Kind.MEMBER,
          place,
          one == null ? "" : type(one.type()),
          other == null ? "" : type(other.type()));
      return;
    }
    add(Kind.TYPE, place, type(one.type()), type(other.type()));
    add(Kind.NUMBER, place, one.multiple() ? "array" : "one", other.multiple() ? "array" : "one");
    add(Kind.REQUIRED, place, presence(one), presence(other));
    add(Kind.VALUES, place, String.join(", ", one.values()), String.join(", ", other.values()));
  }

  private static String presence(SchemaMember member) {
    return member.required() ? "required" : "optional";
  }

  private static String type(MemberType type) {
    return switch (type.form()) {
      case SCALAR -> type.name();
      case UNTAGGED -> type.name() + " untagged";
      case TAGGED -> type.name() + " tagged";
    };
  }

  private void transactions() {
    Map<String, String> ours = transactions(left);
    Map<String, String> theirs = transactions(right);
    Set<String> names = new LinkedHashSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    names.forEach(
        name ->
            add(
                Kind.TRANSACTION,
                name,
                ours.getOrDefault(name, ""),
                theirs.getOrDefault(name, "")));
  }

  private static Map<String, String> transactions(Schema schema) {
    return schema.transactions().stream()
        .collect(
            Collectors.toMap(
                SchemaTransaction::name,
                one -> one.group() + " " + one.request() + " " + one.response(),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private void statuses() {
    Map<Integer, String> ours = statuses(left);
    Map<Integer, String> theirs = statuses(right);
    Set<Integer> codes = new LinkedHashSet<>(ours.keySet());
    codes.addAll(theirs.keySet());
    codes.forEach(
        code ->
            add(
                Kind.STATUS,
                Integer.toString(code),
                ours.getOrDefault(code, ""),
                theirs.getOrDefault(code, "")));
  }

  private static Map<Integer, String> statuses(Schema schema) {
    return schema.statuses().stream()
        .collect(
            Collectors.toMap(
                SchemaStatus::code,
                SchemaStatus::name,
                (first, second) -> first + ", " + second,
                LinkedHashMap::new));
  }
}
