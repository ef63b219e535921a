package dev.meshsim.schema;

import java.util.List;

/**
 * A part of a schema that the reference keeps in a file of its own.
 *
 * @param name the dotted name, for example {@code dev.meshsim.mesh}
 * @param id the name of the protocol, for example {@code Mesh}
 * @param prefix the prefix of names in languages without namespaces
 * @param sections in their order; the first may have level 0 and no title, for what is in none
 */
public record SchemaNamespace(String name, String id, String prefix, List<SchemaSection> sections) {

  /** Copies the list. */
  public SchemaNamespace {
    sections = List.copyOf(sections);
  }
}
