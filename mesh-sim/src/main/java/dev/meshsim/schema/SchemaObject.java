package dev.meshsim.schema;

import java.util.List;
import java.util.Optional;

/**
 * An object or a message.
 *
 * @param kind whether it is a message
 * @param name the name, which is its tag
 * @param isAbstract true if it is only a base of others
 * @param open true if it may have other members than those listed
 * @param base the object whose members it has too, before its own
 * @param description paragraphs with an empty line between them, code between backticks; may be
 *     empty
 * @param members its own members in the order in which they are written
 */
public record SchemaObject(
    Kind kind,
    String name,
    boolean isAbstract,
    boolean open,
    Optional<String> base,
    String description,
    List<SchemaMember> members) {

  /** The kinds of object. */
  public enum Kind {
    STRUCTURE,
    MESSAGE
  }

  /** Copies the list. */
  public SchemaObject {
    members = List.copyOf(members);
  }
}
