package dev.meshsim.schema;

import java.util.List;

/**
 * A member of an object.
 *
 * @param name the name in the schema: letters, digits and underscores
 * @param json the name in JSON, mostly the same
 * @param type the type of the value, or of each element
 * @param multiple true if it is an array
 * @param required true if it must be present; an array then has at least one element
 * @param values the texts that it may have; empty for any
 * @param description paragraphs with an empty line between them, code between backticks; may be
 *     empty
 */
public record SchemaMember(
    String name,
    String json,
    MemberType type,
    boolean multiple,
    boolean required,
    List<String> values,
    String description) {

  /** Copies the list. */
  public SchemaMember {
    values = List.copyOf(values);
  }

  /** {@code 1}, {@code 0..1}, {@code 1..n} or {@code 0..n}. */
  public String cardinality() {
    return multiple ? (required ? "1..n" : "0..n") : (required ? "1" : "0..1");
  }
}
