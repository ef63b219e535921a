package dev.meshsim.report.document;

import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether a section is there, and for which exchanges it is repeated. */
final class Sections {

  private static final String ALL = "all";
  private static final String REST = "rest";
  private static final String SHOWN = "shown";

  private final Scenarios scenarios;
  private final Problems problems;
  private final Set<String> shown = new HashSet<>();

  Sections(Scenarios scenarios, Problems problems) {
    this.scenarios = scenarios;
    this.problems = problems;
  }

  /** Remembers that the document shows an exchange. */
  void markShown(Named exchange) {
    shown.add(key(exchange));
  }

  private static String key(Named exchange) {
    return System.identityHashCode(exchange.run()) + " " + exchange.exchange().number();
  }

  /** True if what the section is about is there: a pick's exchange, a message of it, or a set. */
  boolean isThere(Directive directive) {
    Word name = directive.words().get(0);
    int dot = name.text().lastIndexOf('.');
    String direction = name.text().substring(dot + 1);
    if (dot < 0 || !Named.DIRECTIONS.contains(direction)) {
      return isThere(name);
    }
    String pick = name.text().substring(0, dot);
    Optional<Word> part = directive.option("part");
    Optional<List<String>> tokens =
        part.isEmpty() ? Optional.of(List.of()) : Parts.tokens(part.get(), problems);
    return tokens.isPresent()
        && isThere(new Word(pick, name.place()))
        && scenarios
            .pick(pick)
            .flatMap(found -> found.in(direction).octets())
            .filter(octets -> tokens.get().isEmpty() || JsonPart.has(octets, tokens.get()))
            .isPresent();
  }

  private boolean isThere(Word name) {
    if (name.text().equals(REST) || name.text().equals(SHOWN)) {
      return !set(name.text()).isEmpty();
    }
    if (!scenarios.isPick(name.text())) {
      List<String> known = new ArrayList<>(scenarios.pickNames());
      known.addAll(List.of(REST, SHOWN));
      problems.unknown(
          name.place(), "pick", name.text(), known, "write <?mesh pick ...?> before this");
      return false;
    }
    return scenarios.pick(name.text()).isPresent();
  }

  /** The exchanges of the set that an each names. */
  List<Named> set(Directive directive) {
    Word name = directive.words().get(1);
    List<String> sets = List.of(ALL, REST, SHOWN);
    if (!sets.contains(name.text())) {
      problems.unknown(name.place(), "set", name.text(), sets, "write all, rest or shown");
      return List.of();
    }
    return set(name.text());
  }

  private List<Named> set(String name) {
    List<Named> all = new ArrayList<>();
    for (DocumentRun run : scenarios.all()) {
      Set<Integer> steps = new HashSet<>();
      run.exchanges().stream()
          .map(exchange -> new Named(run, exchange, ""))
          .filter(
              exchange ->
                  switch (name) {
                    case REST -> !shown.contains(key(exchange));
                    case SHOWN ->
                        !exchange.exchange().call().toLowerCase(Locale.ROOT).endsWith("escrow")
                            && run.shown(exchange.exchange()).isPresent()
                            && steps.add(exchange.exchange().step());
                    default -> true;
                  })
          .forEach(all::add);
    }
    return all;
  }
}
