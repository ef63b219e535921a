package dev.meshsim.report.bench.page;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import dev.meshsim.report.bench.BenchUnit;
import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.bench.suite.BenchGroup;
import dev.meshsim.report.bench.suite.Peers;
import dev.meshsim.report.bench.suite.SuiteTable;
import dev.meshsim.report.bench.suite.Target;
import dev.meshsim.report.bench.suite.Targets;
import dev.meshsim.report.html.Assets;
import dev.meshsim.report.html.Markup;
import dev.meshsim.report.html.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The page of benchmarks: the targets, the charts of each group, and the history of the rows. */
final class BenchPage {

  private static final Assets.Text STYLE = Assets.Text.read(BenchPage.class, "chart.css");

  private final List<MeasuredRun> runs;
  private final MeasuredRun last;
  private final Markup page;

  private BenchPage(List<MeasuredRun> runs, Markup page) {
    this.runs = runs;
    this.last = runs.get(runs.size() - 1);
    this.page = page;
  }

  /** The page of runs, of which the last is the one that is shown in full. */
  static Bytes of(List<MeasuredRun> runs) {
    return Page.of(
        "mesh-sim: benchmarks",
        List.of(STYLE),
        Optional.empty(),
        page -> new BenchPage(runs, page).write());
  }

  private void write() {
    page.open("nav").element("strong", "mesh-sim", "class", "brand").closeLine();
    page.open("main");
    head();
    targets();
    for (BenchGroup group : BenchGroup.values()) {
      section(
          group.question(), row -> BenchGroup.of(row.key().benchmark()).equals(Optional.of(group)));
    }
    section("Other benchmarks", row -> BenchGroup.of(row.key().benchmark()).isEmpty());
    history();
    machine();
    page.closeLine();
  }

  private void head() {
    List<Target> measured = measured();
    long kept = measured.stream().filter(target -> keeps(target)).count();
    page.open("header", "class", "head").open("h1");
    page.text(
        measured.isEmpty()
            ? Page.count(last.results().rows().size(), "benchmark")
            : kept + " of " + Page.count(measured.size(), "measured target") + " kept");
    page.closeLine();
    String cpu = last.facts().getOrDefault("cpu", "a machine that is not named");
    page.element(
        "p",
        Page.count(last.results().rows().size(), "row")
            + " on "
            + cpu
            + ", commit "
            + last.facts().getOrDefault("commit", "unknown"),
        "class",
        "sub");
    if (!last.warnings().isEmpty()) {
      page.open("div", "class", "banner").element("strong", "This run says of itself:");
      page.open("ul", "class", "list");
      last.warnings().stream()
          .filter(warning -> !isOfOneRow(warning))
          .forEach(warning -> page.element("li", warning));
      long wide = last.warnings().stream().filter(BenchPage::isOfOneRow).count();
      if (wide > 0) {
        page.element("li", Page.count(wide, "row") + " without an error that means anything");
      }
      page.close().close();
    }
    page.closeLine();
  }

  /** The tables mark these rows themselves. */
  private static boolean isOfOneRow(String warning) {
    return warning.endsWith(SuiteTable.TOO_WIDE_TEXT) || warning.endsWith(SuiteTable.ONE_FORK_TEXT);
  }

  private List<Target> measured() {
    return Targets.ALL.stream()
        .filter(target -> target.judge(last.results()) != Target.Verdict.NOT_MEASURED)
        .toList();
  }

  private boolean keeps(Target target) {
    Target.Verdict verdict = target.judge(last.results());
    return verdict == Target.Verdict.AIM || verdict == Target.Verdict.MUST;
  }

  private void targets() {
    List<Target> measured = measured();
    if (measured.isEmpty()) {
      return;
    }
    page.element("h2", "Targets");
    page.open("div", "class", "scroll").open("table", "class", "figures");
    heads("", "target", ">must", ">aim", ">measured", "", "");
    page.open("tbody");
    for (Target target : measured) {
      Estimate figure = target.figure().apply(last.results()).orElseThrow();
      page.open("tr");
      number(Integer.toString(target.number()));
      page.element("td", target.what(), "class", "what");
      number(SuiteTable.limit(target, target.must()));
      number(SuiteTable.limit(target, target.aim()));
      number(BenchUnit.digits(figure.value()) + target.unit());
      number(Percent.plusMinus(figure.spread()));
      page.open("td");
      verdict(target.judge(last.results()));
      page.close().closeLine();
    }
    page.close().close().closeLine();
  }

  private void verdict(Target.Verdict verdict) {
    Verdict shape =
        switch (verdict) {
          case AIM, MUST -> Verdict.PASSED;
          case MISSED -> Verdict.FAILED;
          default -> Verdict.UNDECIDED;
        };
    page.open("span", "class", "v " + Page.style(shape));
    Page.shape(page, shape);
    page.text(verdict.word()).close();
  }

  private void section(String title, Predicate<BenchRow> chosen) {
    BenchResults own = last.results().only(chosen);
    if (own.rows().isEmpty()) {
      return;
    }
    page.element("h2", title);
    page.open("div", "class", "charts");
    Charts.bars(own).forEach(this::figure);
    Charts.growth(own).forEach(this::figure);
    page.closeLine();
    boolean drawn = !Charts.bars(own).isEmpty();
    if (drawn) {
      page.open("details", "class", "more");
    } else {
      page.openWith("open", "details", "class", "more");
    }
    page.element("summary", Page.count(own.rows().size(), "row") + " in numbers");
    page.open("div", "class", "scroll").open("table", "class", "figures");
    heads("benchmark", ">score", "", ">beside ours", "", "");
    page.open("tbody");
    own.rows().forEach(row -> row(row, own));
    page.close().close().close().closeLine();
  }

  private void row(BenchRow row, BenchResults own) {
    Estimate score = Estimate.of(row);
    Optional<Estimate> ratio =
        Peers.oursOf(row, own).isPresent() ? SuiteTable.beside(row, own) : Optional.empty();
    page.open("tr").element("td", row.key().label(), "class", "what");
    number(BenchUnit.show(row.key().mode(), score.value()));
    number(Percent.plusMinus(score.spread()));
    number(ratio.map(each -> "\u00d7 " + BenchUnit.digits(each.value())).orElse(""));
    number(ratio.map(each -> Percent.plusMinus(each.spread())).orElse(""));
    page.element("td", SuiteTable.warning(score), "class", "wide").closeLine();
  }

  private void heads(String... names) {
    page.open("thead").open("tr");
    for (String name : names) {
      boolean number = name.startsWith(">");
      page.element("th", number ? name.substring(1) : name, "class", number ? "number" : "");
    }
    page.close().closeLine();
  }

  private void number(String text) {
    page.element("td", text, "class", "number");
  }

  private void figure(Chart chart) {
    page.open("figure").markup(chart.draw(false));
    page.open("figcaption").text(chart.caption() + " ");
    page.element("a", "SVG", "href", "charts/" + chart.name() + ".svg");
    page.close().closeLine();
  }

  private void history() {
    List<Chart> charts = Charts.history(runs);
    if (charts.isEmpty()) {
      return;
    }
    page.element("h2", "History over " + Page.count(runs.size(), "run"));
    page.open("div", "class", "charts");
    charts.forEach(this::figure);
    page.closeLine();
  }

  private void machine() {
    if (last.facts().isEmpty()) {
      return;
    }
    page.openWith("open", "details", "class", "more").element("summary", "The machine and the run");
    page.open("dl", "class", "facts wide");
    last.facts().forEach((name, value) -> Page.term(page, name, value));
    page.close().closeLine();
  }
}
