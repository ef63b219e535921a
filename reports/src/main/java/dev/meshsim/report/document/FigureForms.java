package dev.meshsim.report.document;

import dev.meshsim.error.MeshException;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.document.layout.Layout.Figure;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.report.figure.AsciiArt;
import dev.meshsim.report.figure.Drawing;
import dev.meshsim.report.figure.RfcSvg;
import dev.meshsim.report.sequence.Sequence;
import dev.meshsim.report.sequence.SequenceFigure;
import dev.meshsim.report.text.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws the sequence diagrams of a document. */
final class FigureForms {

  private static final String ALL = "all";

  private final Scenarios scenarios;
  private final Problems problems;

  FigureForms(Scenarios scenarios, Problems problems) {
    this.scenarios = scenarios;
    this.problems = problems;
  }

  /** The diagram of a placeholder; empty if it has a problem, which is then reported. */
  Optional<Figure> figure(Directive directive, String anchor) {
    int width =
        directive
            .option("width")
            .map(Word::text)
            .map(Integer::valueOf)
            .orElse(SequenceFigure.WIDTH);
    Optional<List<Named>> exchanges = exchanges(directive);
    if (exchanges.isEmpty()) {
      return Optional.empty();
    }
    DocumentRun run = exchanges.get().get(0).run();
    List<TracedExchange> shown = exchanges.get().stream().map(Named::exchange).toList();
    String caption = directive.option("caption").map(Word::text).orElse("Sequence of messages");
    try {
      Drawing drawing = SequenceFigure.of(Sequence.of(run.trace(), shown).withoutSteps(), width);
      String ascii = AsciiArt.write(drawing);
      XmlText.check(ascii);
      String lines = ascii.endsWith("\n") ? ascii : ascii + "\n";
      String description = "The messages of " + run.trace().scenario() + " in order of time";
      return Optional.of(
          new Figure(anchor, caption, lines, RfcSvg.write(drawing, caption, description)));
    } catch (MeshException e) {
      problems.add(directive.place(), Code.CHARACTER, e.problem(), e.hint());
      return Optional.empty();
    }
  }

  private Optional<List<Named>> exchanges(Directive directive) {
    Word word = directive.words().get(0);
    List<Named> found = new ArrayList<>();
    boolean good = true;
    if (word.text().equals(ALL)) {
      scenarios
          .run(directive)
          .ifPresent(run -> run.exchanges().forEach(each -> found.add(new Named(run, each, ""))));
    } else {
      int at = 0;
      for (String name : word.text().split(",", -1)) {
        Word one = new Word(name, word.place().right(at));
        at += name.length() + 1;
        Optional<Named> exchange =
            scenarios.isPick(name) ? scenarios.pick(name) : scenarios.exchange(one);
        good &= exchange.isPresent() || scenarios.isPick(name);
        exchange.ifPresent(found::add);
      }
    }
    if (good && found.isEmpty()) {
      problems.add(
          word.place(),
          Code.PART,
          "none of these picks has found an exchange, so there is nothing to draw",
          "put this between <?mesh if NAME?> and <?mesh end?>");
    }
    if (found.stream().map(Named::run).distinct().count() > 1) {
      problems.add(
          word.place(),
          Code.VALUE,
          "the exchanges are of several scenarios, and a diagram is of one",
          "draw a diagram for each");
      return Optional.empty();
    }
    found.sort(Comparator.comparingInt(named -> named.exchange().number()));
    return good && !found.isEmpty() ? Optional.of(found) : Optional.empty();
  }
}
