package dev.meshsim.report.transcript;

import dev.meshsim.report.MessageNames;
import dev.meshsim.report.TracedExchange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The trace of a scenario, searched by transaction; remembers which exchanges were printed. */
final class Exchanges {

  private static final int SUCCESS_CLASS = 2;

  private final List<TracedExchange> all;
  private final Set<Integer> printed = new HashSet<>();

  Exchanges(List<TracedExchange> all) {
    this.all = all;
  }

  /** The names of all messages. */
  MessageNames names() {
    return MessageNames.of(all);
  }

  /**
   * The first exchange of a transaction that {@code what} accepts; refused ones only if no other.
   */
  Optional<TracedExchange> first(String transaction, Predicate<TracedExchange> what) {
    List<TracedExchange> found =
        all.stream()
            .filter(exchange -> exchange.transaction().equals(transaction))
            .filter(what)
            .toList();
    return found.stream()
        .filter(Exchanges::succeeded)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  Optional<TracedExchange> first(String transaction) {
    return first(transaction, exchange -> true);
  }

  /** The first Publish of an entry of this tag that {@code what} accepts. */
  Optional<TracedExchange> firstPublished(String entryTag, Predicate<TracedExchange> what) {
    return first("Publish", what.and(exchange -> entryTag(exchange).equals(entryTag)));
  }

  /** The tag of the entry in a PublishRequest, or an empty text. */
  static String entryTag(TracedExchange exchange) {
    return Signed.body(exchange.request())
        .flatMap(body -> Signed.at(body, "Entry"))
        .map(Signed::tag)
        .orElse("");
  }

  /** True if the response's status is a success, or if it has none. */
  static boolean succeeded(TracedExchange exchange) {
    return Signed.body(exchange.response())
        .flatMap(body -> Signed.at(body, "Status"))
        .filter(JsonNode::isInt)
        .map(status -> status.intValue() / 100 == SUCCESS_CLASS)
        .orElse(true);
  }

  void markPrinted(TracedExchange exchange) {
    printed.add(exchange.number());
  }

  /** The exchanges that no section has printed, in order. */
  List<TracedExchange> rest() {
    return all.stream().filter(exchange -> !printed.contains(exchange.number())).toList();
  }
}
