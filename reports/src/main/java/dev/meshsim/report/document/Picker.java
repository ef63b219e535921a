package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Finds the exchange of a pick. */
final class Picker {

  private static final int SUCCESS_CLASS = 2;

  private final Scenarios scenarios;
  private final Problems problems;

  Picker(Scenarios scenarios, Problems problems) {
    this.scenarios = scenarios;
    this.problems = problems;
  }

  /** Names what a pick finds, or that it finds nothing. */
  void pick(Directive directive) {
    Word name = directive.words().get(0);
    if (scenarios.isPick(name.text())) {
      problems.add(name.place(), Code.NAME, "another pick is called " + name.text(), "rename one");
    }
    Word word = directive.words().get(1);
    int colon = word.text().indexOf(':');
    List<DocumentRun> runs = scenarios.all();
    if (colon >= 0) {
      Word within = new Word(word.text().substring(0, colon), word.place());
      runs = scenarios.named(within).stream().toList();
    }
    String transaction = word.text().substring(colon + 1);
    List<String> known = Arrays.stream(Transaction.values()).map(Transaction::wireName).toList();
    if (!known.contains(transaction)) {
      problems.unknown(word.place(), "transaction", transaction, known, "name one of them");
    }
    Optional<Named> found =
        runs.stream()
            .flatMap(run -> first(run, condition(directive, transaction, run)).stream())
            .findFirst();
    scenarios.name(name.text(), found);
  }

  private static Optional<Named> first(DocumentRun run, Predicate<TracedExchange> wanted) {
    List<TracedExchange> all = run.exchanges().stream().filter(wanted).toList();
    return all.stream()
        .filter(Picker::succeeded)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(exchange -> new Named(run, exchange, ""));
  }

  private Predicate<TracedExchange> condition(
      Directive directive, String transaction, DocumentRun run) {
    Predicate<TracedExchange> wanted = exchange -> exchange.transaction().equals(transaction);
    Optional<Word> calls = directive.option("call");
    if (calls.isPresent()) {
      List<String> words = List.of(calls.get().text().split(","));
      wanted = wanted.and(exchange -> words.contains(exchange.call()));
    }
    Optional<List<String>> request = tokens(directive, "request");
    if (request.isPresent()) {
      wanted = wanted.and(exchange -> JsonPart.has(exchange.request(), request.get()));
    }
    Optional<List<String>> response = tokens(directive, "response");
    if (response.isPresent()) {
      wanted = wanted.and(exchange -> JsonPart.has(exchange.response(), response.get()));
    }
    return wanted.and(after(directive, run)).and(with(directive, run));
  }

  private Predicate<TracedExchange> after(Directive directive, DocumentRun run) {
    return other(directive, "after")
        .<Predicate<TracedExchange>>map(
            earlier ->
                exchange ->
                    earlier.run().equals(run) && exchange.number() > earlier.exchange().number())
        .orElse(exchange -> directive.option("after").isEmpty());
  }

  private Predicate<TracedExchange> with(Directive directive, DocumentRun run) {
    return other(directive, "with")
        .<Predicate<TracedExchange>>map(
            other ->
                exchange -> other.run().equals(run) && exchange.step() == other.exchange().step())
        .orElse(exchange -> directive.option("with").isEmpty());
  }

  /** The exchange that an option names; a pick that has found nothing is no problem here. */
  private Optional<Named> other(Directive directive, String option) {
    Optional<Word> word = directive.option(option);
    if (word.isEmpty() || scenarios.isPick(word.get().text())) {
      return word.flatMap(present -> scenarios.pick(present.text()));
    }
    return scenarios.exchange(word.get());
  }

  private Optional<List<String>> tokens(Directive directive, String option) {
    return directive.option(option).flatMap(word -> Parts.tokens(word, problems));
  }

  /** True if the response's status is a success, or if it has none. */
  private static boolean succeeded(TracedExchange exchange) {
    Bytes response = exchange.response();
    return new JsonPart(response)
        .tree()
        .filter(json -> json.isObject() && json.size() == 1)
        .map(json -> json.iterator().next().path("Status"))
        .filter(JsonNode::isInt)
        .map(status -> status.intValue() / 100 == SUCCESS_CLASS)
        .orElse(true);
  }
}
