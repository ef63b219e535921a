package dev.meshsim.report.html;

import dev.meshsim.report.Verdict;
import java.util.List;
import java.util.Optional;

/** Writes the matrix of cases by stores, with the controls that the script serves. */
final class Matrix {

  private final Markup page;
  private final RunSummary run;
  private final List<String> stores;

  Matrix(Markup page, RunSummary run) {
    this.page = page;
    this.run = run;
    this.stores = run.stores();
  }

  void write() {
    if (run.cases().isEmpty()) {
      page.element("p", "No case was run.", "class", "note");
      return;
    }
    page.element("h2", "All cases");
    controls();
    page.open("div", "class", "scroll").open("table", "class", "matrix");
    page.open("thead").open("tr").element("th", "case", "scope", "col");
    stores.forEach(store -> page.element("th", store, "scope", "col"));
    page.close().closeLine();
    page.open("tbody").text("\n");
    run.scenarios().forEach(this::row);
    page.close().close().closeLine();
  }

  private void controls() {
    page.openWith("hidden", "form", "class", "controls");
    page.open("label", "class", "search").element("span", "Search ");
    page.open("input", "type", "search", "name", "q", "placeholder", "name, purpose, tag");
    page.close();
    page.open("fieldset").element("legend", "Verdict");
    for (Verdict verdict : RunSummary.ORDER) {
      if (!run.cases(verdict).isEmpty()) {
        page.open("label", "class", "toggle");
        page.open("input", "type", "checkbox", "name", "v", "value", Page.style(verdict));
        page.text(verdict.word()).close();
      }
    }
    page.close();
    choice("Store", "store", stores);
    choice("Tag", "tag", run.tags());
    page.element("output", "", "class", "shown").closeLine();
  }

  private void choice(String title, String name, List<String> values) {
    if (values.size() < (name.equals("tag") ? 1 : 2)) {
      return;
    }
    page.open("label").element("span", title + " ").open("select", "name", name);
    page.element("option", "all", "value", "");
    values.forEach(value -> page.element("option", value, "value", value));
    page.close().close();
  }

  private void row(String scenario, List<CaseSummary> cases) {
    CaseSummary first = cases.get(0);
    List<String> tags = first.info().tags();
    page.open("tr", "class", "item", "data-tags", String.join("\n", tags));
    page.open("th", "scope", "row").element("span", scenario, "class", "name");
    tags.forEach(tag -> page.text(" ").element("span", tag, "class", "tag"));
    page.element("span", Strings.cut(first.info().purpose(), 300), "class", "purpose").close();
    for (String store : stores) {
      cell(store, cases.stream().filter(one -> one.store().equals(store)).findFirst());
    }
    page.closeLine();
  }

  private void cell(String store, Optional<CaseSummary> found) {
    if (found.isEmpty()) {
      page.element("td", "", "class", "empty");
      return;
    }
    CaseSummary one = found.get();
    page.open("td", "data-store", store);
    page.open(
        "a",
        "id",
        one.page().fragment(),
        "class",
        "v " + Page.style(one.verdict()),
        "href",
        one.page().address());
    Page.shape(page, one.verdict());
    page.text(one.verdict().word()).close().close();
  }
}
