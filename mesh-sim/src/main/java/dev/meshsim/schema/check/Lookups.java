package dev.meshsim.schema.check;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.diff.ReferenceSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects and members of a dialect by their names, found once. In {@code portal-2017} those
 * that only the reference's schema has are among them. Thread-safe.
 */
final class Lookups {

  private static final Map<Dialect, Lookups> ALL = new ConcurrentHashMap<>();

  private final Schema schema;
  private final boolean tolerant;
  private final Map<String, SchemaObject> anyTag;
  private final Map<String, Map<String, SchemaMember>> members = new ConcurrentHashMap<>();
  private final Map<String, Map<String, SchemaObject>> below = new ConcurrentHashMap<>();
  private final Map<String, Optional<SchemaObject>> named = new ConcurrentHashMap<>();
  private final Map<String, Boolean> open = new ConcurrentHashMap<>();

  private Lookups(Dialect dialect) {
    this.schema = Schemas.of(dialect);
    this.tolerant = dialect == Dialect.PORTAL_2017;
    this.anyTag = new TreeMap<>(schema.tags());
    if (tolerant) {
      ReferenceSchema.schema().tags().forEach(anyTag::putIfAbsent);
    }
  }

  static Lookups of(Dialect dialect) {
    return ALL.computeIfAbsent(dialect, Lookups::new);
  }

  /** Every tag that begins a text. */
  Map<String, SchemaObject> anyTag() {
    return anyTag;
  }

  /** The object of this name. */
  Optional<SchemaObject> object(String name) {
    return named.computeIfAbsent(
        name, wanted -> schema.object(wanted).or(() -> ReferenceSchema.schema().object(wanted)));
  }

  /** The tags that may be where this base is expected. */
  Map<String, SchemaObject> below(String base) {
    return below.computeIfAbsent(
        base,
        wanted -> {
          Map<String, SchemaObject> found = new TreeMap<>();
          schema.tagged(wanted).forEach(object -> found.put(object.name(), object));
          if (tolerant) {
            ReferenceSchema.schema()
                .tagged(wanted)
                .forEach(object -> found.putIfAbsent(object.name(), object));
          }
          return found;
        });
  }

  /** True if the object may have other members. */
  boolean open(SchemaObject object) {
    return open.computeIfAbsent(object.name(), name -> schema.open(object));
  }

  /** The members of an object by their names in JSON, with those of its bases. */
  Map<String, SchemaMember> members(SchemaObject object) {
    return members.computeIfAbsent(object.name(), name -> known(object));
  }

  private Map<String, SchemaMember> known(SchemaObject object) {
    Map<String, SchemaMember> known = new LinkedHashMap<>();
    Schema of = schema.object(object.name()).isPresent() ? schema : ReferenceSchema.schema();
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
}
