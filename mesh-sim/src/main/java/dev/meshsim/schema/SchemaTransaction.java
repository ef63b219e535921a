package dev.meshsim.schema;

import java.util.List;

/**
 * A transaction: a request and its response.
 *
 * @param group the label of its group, for example {@code Admin}
 * @param name the name under which the request travels
 * @param request the request's message
 * @param response the response's message
 * @param statuses the names of the statuses that the response may have; empty if none are stated
 * @param description paragraphs with an empty line between them; may be empty
 */
public record SchemaTransaction(
    String group,
    String name,
    String request,
    String response,
    List<String> statuses,
    String description) {

  /** Copies the list. */
  public SchemaTransaction {
    statuses = List.copyOf(statuses);
  }
}
