package dev.meshsim.schema;

import dev.meshsim.schema.SchemaObject.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of sources: an object of the schema and the Java class that it is made of.
 *
 * @param kind whether it is a message
 * @param name the name in the schema
 * @param base the name of its base, or empty
 * @param source the record with its members, or a class whose constructor has them
 * @param described the class with its description
 * @param declared the accessors of an interface that are its only members; empty for all of the
 *     source
 * @param classes the classes that other members name it by
 * @param isAbstract true if it is only a base
 * @param open true if it may have other members
 */
record Row(
    Kind kind,
    String name,
    String base,
    Class<?> source,
    Class<?> described,
    Optional<Class<?>> declared,
    List<Class<?>> classes,
    boolean isAbstract,
    boolean open) {

  /** A structure with the name of its record. */
  static Row of(Class<?> source, String base) {
    return named(source.getSimpleName(), source, base);
  }

  /** A structure. */
  static Row named(String name, Class<?> source, String base) {
    return new Row(
        Kind.STRUCTURE,
        name,
        base,
        source,
        source,
        Optional.empty(),
        List.of(source),
        false,
        false);
  }

  /** A message with the name of its record. */
  static Row message(Class<?> source, String base) {
    Row row = of(source, base);
    return new Row(
        Kind.MESSAGE, row.name, base, source, source, Optional.empty(), row.classes, false, false);
  }

  /**
   * A base that is an interface.
   *
   * @param sample a record that implements it, whose components have the names in JSON
   */
  static Row interfaceOf(String name, Class<?> type, Class<?> sample, String base) {
    return new Row(
        Kind.STRUCTURE, name, base, sample, type, Optional.of(type), List.of(type), true, false);
  }

  /** This row with the description of another class, which members name it by too. */
  Row describedBy(Class<?> type) {
    return new Row(kind, name, base, source, type, declared, List.of(type), isAbstract, open);
  }

  /** This row as a base only. */
  Row asBase() {
    return new Row(kind, name, base, source, described, declared, classes, true, open);
  }

  /** This row as a message. */
  Row asMessage() {
    return new Row(
        Kind.MESSAGE, name, base, source, described, declared, classes, isAbstract, open);
  }

  /** This row, which other members may be in. */
  Row andOthers() {
    return new Row(kind, name, base, source, described, declared, classes, isAbstract, true);
  }

  /** This row with further classes that members name it by. */
  Row also(Class<?>... more) {
    return new Row(
        kind,
        name,
        base,
        source,
        described,
        declared,
        java.util.stream.Stream.concat(classes.stream(), Arrays.stream(more)).toList(),
        isAbstract,
        open);
  }
}
