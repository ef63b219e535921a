package dev.meshsim.schema;

import java.util.List;

/**
 * A heading of the reference section and what is under it, up to the next heading.
 *
 * @param level 1 to 4
 * @param title the heading
 * @param description paragraphs with an empty line between them; may be empty
 * @param services the services
 * @param statuses the statuses
 * @param transactions the transactions
 * @param objects the objects and messages
 */
public record SchemaSection(
    int level,
    String title,
    String description,
    List<SchemaService> services,
    List<SchemaStatus> statuses,
    List<SchemaTransaction> transactions,
    List<SchemaObject> objects) {

  /** Copies the lists. */
  public SchemaSection {
    services = List.copyOf(services);
    statuses = List.copyOf(statuses);
    transactions = List.copyOf(transactions);
    objects = List.copyOf(objects);
  }
}
