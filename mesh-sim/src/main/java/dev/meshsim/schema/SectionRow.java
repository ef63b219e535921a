package dev.meshsim.schema;

import dev.meshsim.protocol.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * A section of the table of sources.
 *
 * @param level 1 to 4
 * @param title the heading
 * @param description paragraphs; may be empty
 * @param transaction the transaction whose section it is
 * @param withService true if the service and its statuses are here
 * @param rows the objects
 */
record SectionRow(
    int level,
    String title,
    String description,
    Optional<Transaction> transaction,
    boolean withService,
    List<Row> rows) {

  static SectionRow of(int level, String title, Row... rows) {
    return new SectionRow(level, title, "", Optional.empty(), false, List.of(rows));
  }

  static SectionRow of(int level, String title, List<Row> rows) {
    return new SectionRow(level, title, "", Optional.empty(), false, rows);
  }

  SectionRow described(String text) {
    return new SectionRow(level, title, text, transaction, withService, rows);
  }

  /**
   * A part of the table of sources.
   *
   * @param name the dotted name
   * @param id the name of the protocol
   * @param prefix the prefix in languages without namespaces
   * @param sections its sections
   */
  record Part(String name, String id, String prefix, List<SectionRow> sections) {}
}
