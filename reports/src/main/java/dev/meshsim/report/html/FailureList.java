package dev.meshsim.report.html;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the cases that failed or are undecided. Cases that differ only in their store, and did not
 * pass for the same reason at the same place, are one card.
 */
final class FailureList {

  /** The most characters of a text; the case's page has all. */
  static final int MOST_CHARACTERS = 600;

  /** The most cards; the matrix has all cases. */
  private static final int MOST_CARDS = 200;

  private final Markup page;
  private final RunSummary run;

  FailureList(Markup page, RunSummary run) {
    this.page = page;
    this.run = run;
  }

  void write() {
    write("Failed", Verdict.FAILED);
    write("Undecided", Verdict.UNDECIDED);
  }

  private void write(String title, Verdict verdict) {
    List<List<CaseSummary>> cards = alike(run.cases(verdict));
    if (cards.isEmpty()) {
      return;
    }
    page.element("h2", title);
    cards.stream().limit(MOST_CARDS).forEach(this::card);
    if (cards.size() > MOST_CARDS) {
      int more = cards.size() - MOST_CARDS;
      page.element("p", more + " more are in the matrix.", "class", "note");
    }
  }

  /** What cases on one card have in common. */
  private record Likeness(String scenario, String place, Optional<String> explanation) {

    private static Likeness of(CaseSummary one) {
      Optional<StepResult> step = one.explained().stream().findFirst();
      return new Likeness(
          one.info().scenario(),
          step.map(StepResult::place).orElse(""),
          step.flatMap(StepResult::explanation));
    }
  }

  private static List<List<CaseSummary>> alike(List<CaseSummary> cases) {
    Map<Likeness, List<CaseSummary>> cards = new LinkedHashMap<>();
    cases.forEach(
        one -> cards.computeIfAbsent(Likeness.of(one), unused -> new ArrayList<>()).add(one));
    return List.copyOf(cards.values());
  }

  private void card(List<CaseSummary> cases) {
    CaseSummary first = cases.get(0);
    String stores = String.join("\n", cases.stream().map(CaseSummary::store).toList());
    page.open(
        "article",
        "class",
        "card item " + Page.style(first.verdict()),
        "data-v",
        Page.style(first.verdict()),
        "data-store",
        stores,
        "data-tags",
        String.join("\n", first.info().tags()));
    page.open("h3");
    Page.verdict(page, first.verdict());
    page.text(" ");
    page.element("a", first.info().scenario(), "class", "open", "href", first.page().address());
    page.close();
    page.element("p", Strings.cut(first.info().purpose(), MOST_CHARACTERS), "class", "purpose");
    page.open("dl", "class", "facts wide");
    first.explained().forEach(step -> terms(step));
    page.element("dt", "store").open("dd");
    for (CaseSummary one : cases) {
      page.element("a", one.store(), "href", one.page().address()).text(" ");
    }
    page.close();
    Page.term(page, "seed", Long.toString(first.info().setting().seed()));
    Page.command(page, "repeat", first.repeat());
    page.close().closeLine();
  }

  private void terms(StepResult step) {
    Page.term(page, "step", step.number() + " " + Strings.cut(step.title(), MOST_CHARACTERS));
    Problem.terms(page, step, MOST_CHARACTERS);
  }
}
