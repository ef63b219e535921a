package dev.meshsim.schema.export;

import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaTransaction;
import java.util.stream.Collectors;

/** The texts that the reference section has in every format. */
final class ReferenceText {

  static final String INTRODUCTION =
      "This reference is generated from the source code. An object is written as JSON with its"
          + " members in the order of the table. A type that is tagged is written as an object with"
          + " one member, whose name is that of the type or of one that inherits it. Binary is"
          + " octets in base64url without padding, and DateTime a time of RFC 3339 in UTC. The"
          + " number says how many there are: 1, 0..1, or an array of 0..n or 1..n elements.";

  private ReferenceText() {}

  static String title(SchemaObject object) {
    return (object.kind() == SchemaObject.Kind.MESSAGE ? "Message: " : "Structure: ")
        + object.name();
  }

  /** The numbers of a transaction's statuses. */
  static String codes(Schema schema, SchemaTransaction transaction) {
    return schema.statuses().stream()
        .filter(status -> transaction.statuses().contains(status.name()))
        .map(status -> Integer.toString(status.code()))
        .collect(Collectors.joining(", "));
  }
}
