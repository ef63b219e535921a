package dev.meshsim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A schema: the objects, messages, transactions and statuses of a protocol, in namespaces.
 * Immutable; two schemas are equal if everything in them is.
 *
 * @param namespaces in the order in which they are written
 */
public record Schema(List<SchemaNamespace> namespaces) {

  /** Copies the list. */
  public Schema {
    namespaces = List.copyOf(namespaces);
  }

  /** All sections in their order. */
  public List<SchemaSection> sections() {
    return namespaces.stream().flatMap(namespace -> namespace.sections().stream()).toList();
  }

  /** All objects and messages in their order. */
  public List<SchemaObject> objects() {
    return sections().stream().flatMap(section -> section.objects().stream()).toList();
  }

  /** All transactions in their order. */
  public List<SchemaTransaction> transactions() {
    return sections().stream().flatMap(section -> section.transactions().stream()).toList();
  }

  /** All statuses in their order. */
  public List<SchemaStatus> statuses() {
    return sections().stream().flatMap(section -> section.statuses().stream()).toList();
  }

  /** The first object or message of this name. */
  public Optional<SchemaObject> object(String name) {
    return objects().stream().filter(object -> object.name().equals(name)).findFirst();
  }

  /** The bases of an object, the outermost first; a base that is not in the schema ends them. */
  public List<SchemaObject> bases(SchemaObject object) {
    List<SchemaObject> bases = new ArrayList<>();
    Optional<SchemaObject> base = object.base().flatMap(this::object);
    while (base.isPresent() && !bases.contains(base.get())) {
      bases.add(0, base.get());
      base = base.get().base().flatMap(this::object);
    }
    return bases;
  }

  /** The members of an object in wire order: those of its bases first. */
  public List<SchemaMember> members(SchemaObject object) {
    return Stream.concat(bases(object).stream(), Stream.of(object))
        .flatMap(one -> one.members().stream())
        .toList();
  }

  /** True if an object has other members than those listed, or one of its bases has. */
  public boolean open(SchemaObject object) {
    return object.open() || bases(object).stream().anyMatch(SchemaObject::open);
  }

  /** The objects that may have a tag where {@code base} is expected: itself and those below it. */
  public List<SchemaObject> tagged(String base) {
    return objects().stream()
        .filter(object -> !object.isAbstract())
        .filter(
            object ->
                object.name().equals(base)
                    || bases(object).stream().anyMatch(one -> one.name().equals(base)))
        .toList();
  }

  /**
   * The tags that begin a text, each with its object: every transaction for its request, and every
   * object that is not abstract.
   */
  public Map<String, SchemaObject> tags() {
    Map<String, SchemaObject> tags = new TreeMap<>();
    objects().stream()
        .filter(object -> !object.isAbstract())
        .forEach(object -> tags.putIfAbsent(object.name(), object));
    transactions()
        .forEach(
            transaction ->
                object(transaction.request())
                    .ifPresent(request -> tags.put(transaction.name(), request)));
    return tags;
  }
}
