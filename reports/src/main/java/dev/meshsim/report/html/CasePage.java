package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.sequence.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page of a case: its head, its steps, the diagram and the messages. */
final class CasePage {

  private final ScenarioResult result;
  private final Optional<ScenarioTrace> trace;
  private final Optional<Sequence> sequence;
  private final Markup page;

  private CasePage(ScenarioResult result, Optional<ScenarioTrace> trace, Markup page) {
    this.result = result;
    this.trace = trace;
    this.sequence = trace.map(messages -> Sequence.of(result.steps(), messages));
    this.page = page;
  }

  /**
   * The page of a case.
   *
   * @param trace its messages; empty if it was left out or broke off
   */
  static Bytes of(ScenarioResult result, Optional<ScenarioTrace> trace) {
    String title = result.verdict().word() + ": " + result.name();
    return Page.of(title, Assets.CASE_SCRIPT, page -> new CasePage(result, trace, page).write());
  }

  private void write() {
    page.open("nav").element("a", "\u2039 All cases", "class", "up", "href", index());
    page.open("span", "class", "keys");
    keys(page, "j", "k", " message ");
    keys(page, "Enter", "", " open ");
    keys(page, "Esc", "", " close, back");
    page.close().closeLine();
    page.open("main", "class", "case");
    head();
    result.explained().stream().limit(1).forEach(this::problem);
    steps();
    Accusations.write(page, result.accusations(), this::when);
    if (trace.isPresent() && sequence.isPresent()) {
      messages(trace.get(), sequence.get());
    } else if (result.verdict() != Verdict.NOT_APPLICABLE) {
      page.element("p", "The case broke off, so its messages are not known.", "class", "note");
    }
    page.closeLine();
  }

  static void keys(Markup page, String one, String other, String words) {
    page.element("kbd", one);
    if (!other.isEmpty()) {
      page.text(" ").element("kbd", other);
    }
    page.text(words);
  }

  private String index() {
    return "index.html#" + PageName.of(result.name()).fragment();
  }

  private void head() {
    ScenarioInfo info = result.info();
    page.open("header", "class", "head");
    page.open("h1");
    Page.verdict(page, result.verdict());
    page.text(" ").element("span", result.name(), "class", "name").closeLine();
    page.element("p", info.purpose(), "class", "purpose");
    page.open("dl", "class", "facts");
    fact("store", info.setting().store());
    fact("dialect", info.setting().dialect());
    fact("algorithms", info.setting().suite());
    fact("seed", Long.toString(info.setting().seed()));
    if (!info.tags().isEmpty()) {
      fact("tags", String.join(", ", info.tags()));
    }
    fact("file", info.place());
    page.close();
    page.open("dl", "class", "facts wide");
    Page.command(page, "repeat", result.repeat().line());
    page.close().closeLine();
  }

  private void fact(String term, String text) {
    page.open("div").element("dt", term).text(" ").element("dd", text).closeLine();
  }

  private void problem(StepResult step) {
    page.open("section", "class", "problem " + Page.style(step.verdict()));
    page.open("h2").text("Step " + step.number() + " " + step.verdict().word() + ": ");
    page.text(step.title()).close();
    page.open("dl", "class", "facts wide");
    Problem.terms(page, step, Integer.MAX_VALUE);
    page.close().closeLine();
  }

  private void steps() {
    page.element("h2", "Steps");
    page.open("div", "class", "scroll").open("table", "class", "steps").open("tbody").text("\n");
    result.steps().forEach(this::step);
    page.close().close().closeLine();
  }

  private void step(StepResult step) {
    boolean ran = step.time().isPresent();
    page.open("tr", "id", "s" + step.number(), "class", ran ? "" : "never");
    page.element("td", Integer.toString(step.number()), "class", "number");
    page.open("td");
    if (ran || step.explanation().isPresent()) {
      Page.verdict(page, step.verdict());
    } else {
      page.element("span", "not run", "class", "v never");
    }
    page.close().open("td").element("span", step.title(), "class", "title");
    step.info()
        .because()
        .ifPresent(words -> page.element("span", " because " + words, "class", "because"));
    page.close().open("td", "class", "time");
    step.time().ifPresent(this::when);
    page.close().open("td", "class", "links");
    trace.ifPresent(messages -> links(messages, step.number()));
    page.close().open("td").element("code", step.place()).close().closeLine();
  }

  private void when(Instant time) {
    page.element(
        "time",
        sequence.map(line -> line.since(time)).orElse(time.toString()),
        "datetime",
        time.toString(),
        "title",
        time.toString());
  }

  private void links(ScenarioTrace messages, int step) {
    List<Integer> numbers =
        messages.exchanges().stream()
            .filter(exchange -> exchange.step() == step)
            .map(exchange -> exchange.number())
            .toList();
    for (Integer number : numbers) {
      page.element("a", number.toString(), "href", "#m" + number, "data-m", number.toString());
      page.text(" ");
    }
  }

  private void messages(ScenarioTrace messages, Sequence line) {
    if (messages.exchanges().isEmpty() && messages.cast().commits().isEmpty()) {
      page.element("p", "The case sent no message.", "class", "note");
      return;
    }
    page.element("h2", "Sequence");
    page.open("div", "class", "beside");
    page.open("div", "class", "scroll diagram", "tabindex", "0", "aria-label", "Diagram");
    Diagram.write(page, line);
    page.close();
    page.openWith("hidden", "aside", "class", "panel", "tabindex", "-1", "aria-label", "Message");
    page.close().closeLine();
    page.element("h2", "Messages");
    MessageList.write(page, KeyRing.of(messages), line, messages.exchanges());
  }
}
