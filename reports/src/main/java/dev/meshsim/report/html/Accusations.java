package dev.meshsim.report.html;

import dev.meshsim.report.Accusation;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The evidence of what portals did to their logs, with its finder, step and time. */
final class Accusations {

  private Accusations() {}

  /**
   * Writes the table of a case, or nothing if nobody noticed anything.
   *
   * @param when writes a time
   */
  static void write(Markup page, List<Accusation> all, Consumer<Instant> when) {
    if (all.isEmpty()) {
      return;
    }
    page.element("h2", "Noticed").open("div", "class", "scroll");
    page.open("table", "class", "noticed").open("tbody").text("\n");
    for (Accusation one : all) {
      page.open("tr").open("td");
      page.element("a", "step " + one.step(), "href", "#s" + one.step());
      page.close().open("td", "class", "time");
      when.accept(one.time());
      page.close().element("td", one.by()).element("td", one.shown()).open("td");
      evidence(page, one);
      page.close().closeLine();
    }
    page.close().close().closeLine();
  }

  /** Writes the list of a run, one line for each case and finder. */
  static void write(Markup page, CaseSummary one) {
    for (Accusation accusation : one.accusations()) {
      page.open("li").element("a", one.info().name(), "href", one.page().address());
      page.text(", step " + accusation.step() + ", " + accusation.by() + ": ");
      page.text(accusation.shown() + " (");
      evidence(page, accusation);
      page.text(")").closeLine();
    }
  }

  private static void evidence(Markup page, Accusation one) {
    page.element("a", "evidence", "href", "../" + one.file().replace("%", "%25"));
  }
}
