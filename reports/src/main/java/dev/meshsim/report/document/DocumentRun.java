package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import java.util.List;
import java.util.Optional;

/**
 * A scenario that was run for a document.
 *
 * @param places where its exact octets are
 * @param trace its messages
 * @param names the names of its messages
 * @param log the lines of the portals' logs, in order
 * @param vault its secrets
 */
public record DocumentRun(
    Places places, ScenarioTrace trace, MessageNames names, List<LogLine> log, Vault vault) {

  /**
   * Where the exact octets of a run are, relative to the document.
   *
   * @param messages the directory of whole messages; empty if no file is written
   * @param examples the directory of all other files; empty if no file is written
   */
  public record Places(String messages, String examples) {

    /** No file is written. */
    public static final Places NOWHERE = new Places("", "");

    /** All files are in one directory. */
    public static Places in(String directory) {
      return new Places(directory, directory);
    }
  }

  /**
   * A line of a portal's log.
   *
   * @param step the step that added it
   * @param file mesh or portal
   * @param text the line without its line feed
   */
  public record LogLine(int step, String file, String text) {}

  /** Copies the list. */
  public DocumentRun {
    log = List.copyOf(log);
  }

  /** A run is equal to itself only. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** True for the name of the file of a whole message. */
  boolean isMessageFile(String name) {
    return exchanges().stream()
        .map(exchange -> names.of(exchange) + ".")
        .anyMatch(
            prefix ->
                name.startsWith(prefix)
                    && MessageNames.DIRECTIONS.stream()
                        .anyMatch(direction -> name.equals(prefix + direction + ".json")));
  }

  /** The exchanges of the run, in order. */
  List<TracedExchange> exchanges() {
    return trace.exchanges();
  }

  /** The private data that an exchange's step shows. */
  Optional<Bytes> shown(TracedExchange exchange) {
    return trace.displays().stream()
        .filter(display -> display.step() == exchange.step())
        .findFirst()
        .map(display -> display.json());
  }
}
