package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The index of the report: what failed and how to repeat it, then the matrix of all cases. */
final class IndexPage {

  private final RunSummary run;
  private final Markup page;

  private IndexPage(RunSummary run, Markup page) {
    this.run = run;
    this.page = page;
  }

  /** The index of a run. */
  static Bytes of(RunSummary run) {
    return Page.of(
        "mesh-sim: " + headline(run),
        Assets.INDEX_SCRIPT,
        page -> new IndexPage(run, page).write());
  }

  private void write() {
    page.open("nav").element("strong", "mesh-sim", "class", "brand");
    page.openWith("hidden", "span", "class", "keys");
    CasePage.keys(page, "/", "", " search ");
    CasePage.keys(page, "j", "k", " move ");
    CasePage.keys(page, "Enter", "", " open ");
    CasePage.keys(page, "Esc", "", " close");
    page.close().closeLine();
    page.open("main");
    head();
    new FailureList(page, run).write();
    rejected();
    new Matrix(page, run).write();
    noticed();
    leftOut();
    identity();
    page.closeLine();
  }

  private static String headline(RunSummary run) {
    int failed = run.cases(Verdict.FAILED).size();
    int undecided = run.cases(Verdict.UNDECIDED).size();
    int passed = run.cases(Verdict.PASSED).size();
    if (failed > 0) {
      return failed + " of " + Page.count(run.cases().size(), "case") + " failed";
    }
    if (undecided > 0) {
      return undecided + " of " + Page.count(run.cases().size(), "case") + " undecided";
    }
    if (passed == 0) {
      return "no case passed";
    }
    if (!run.rejected().isEmpty()) {
      return Page.count(passed, "case")
          + " passed, "
          + Page.count(run.rejected().size(), "file")
          + " rejected";
    }
    return passed == 1 ? "The case passed" : "All " + passed + " cases passed";
  }

  private Verdict overall() {
    return RunSummary.ORDER.stream()
        .filter(verdict -> !run.cases(verdict).isEmpty())
        .findFirst()
        .orElse(Verdict.UNDECIDED);
  }

  private void head() {
    page.open("header", "class", "head");
    boolean passed = overall() == Verdict.PASSED;
    boolean rejected = passed && !run.rejected().isEmpty();
    page.open("h1", "class", rejected ? "rejected" : Page.style(overall()));
    if (rejected) {
      rejectedShape();
    } else {
      Page.shape(page, overall());
    }
    page.text(" " + headline(run)).closeLine();
    run.stopped()
        .ifPresent(
            stop -> {
              page.open("p", "class", "banner").element("strong", "Unfinished: ");
              page.text(stop.reason() + "; " + Page.count(stop.notRun(), "case") + " not run.");
              page.closeLine();
            });
    totals();
    run.identity()
        .ifPresent(
            identity ->
                page.element(
                    "p",
                    "Seed " + identity.seed() + ", commit " + identity.commit(),
                    "class",
                    "sub"));
    page.closeLine();
  }

  private void totals() {
    page.open("ul", "class", "totals");
    for (Verdict verdict : RunSummary.ORDER) {
      int number = run.cases(verdict).size();
      if (number > 0 || verdict == Verdict.PASSED || verdict == Verdict.FAILED) {
        page.open("li", "class", number == 0 ? "none" : Page.style(verdict));
        Page.shape(page, verdict);
        page.element("strong", Integer.toString(number)).text(" " + verdict.word()).closeLine();
      }
    }
    if (!run.rejected().isEmpty()) {
      page.open("li", "class", "rejected");
      rejectedShape();
      page.element("strong", Integer.toString(run.rejected().size()));
      page.text(" rejected").closeLine();
    }
    page.closeLine();
  }

  private void rejectedShape() {
    page.open("svg", "class", "shape", "aria-hidden", "true");
    page.open("use", "href", "#~rejected").close().close();
  }

  private void rejected() {
    if (run.rejected().isEmpty()) {
      return;
    }
    page.element("h2", "Files that are no scenario");
    for (RunEvent.ScenarioRejected file : run.rejected()) {
      page.open("article", "class", "card rejected").open("h3").text(file.file()).close();
      file.problems()
          .forEach(
              problem ->
                  page.element(
                      "p", Strings.cut(problem, FailureList.MOST_CHARACTERS), "class", "lines"));
      page.closeLine();
    }
  }

  private void leftOut() {
    List<CaseSummary> cases = run.cases(Verdict.NOT_APPLICABLE);
    if (cases.isEmpty()) {
      return;
    }
    page.open("details", "class", "more").open("summary");
    page.text(Page.count(cases.size(), "case") + " left out").close().open("ul");
    for (CaseSummary one : cases) {
      page.open("li").element("a", one.info().name(), "href", one.page().address());
      one.explained().forEach(step -> page.text(": " + step.explanation().orElse("")));
      page.closeLine();
    }
    page.close().closeLine();
  }

  private void noticed() {
    List<CaseSummary> cases =
        run.cases().stream().filter(one -> !one.accusations().isEmpty()).toList();
    if (cases.isEmpty()) {
      return;
    }
    page.open("details", "class", "more").open("summary");
    page.text("Breaches of a log noticed in " + Page.count(cases.size(), "case"));
    page.close().open("ul");
    cases.forEach(one -> Accusations.write(page, one));
    page.close().closeLine();
  }

  private void identity() {
    run.identity().ifPresent(this::identity);
  }

  private void identity(RunIdentity identity) {
    page.open("details", "class", "more").open("summary");
    page.text("The run depends on").close().open("dl", "class", "facts wide");
    Page.term(page, "seed", Long.toString(identity.seed()));
    Page.code(page, "commit", identity.commit());
    Page.term(page, "options", String.join(", ", identity.options()));
    Page.term(page, "Java", identity.jdk());
    Page.term(page, "libraries", pairs(identity.providers(), " "));
    if (!identity.leftOut().isEmpty()) {
      Page.term(page, "stores left out", pairs(identity.leftOut(), ": "));
    }
    page.close().closeLine();
  }

  private static String pairs(Map<String, String> map, String between) {
    List<String> pairs = new ArrayList<>();
    map.forEach((name, value) -> pairs.add(name + between + value));
    return String.join(", ", pairs);
  }
}
