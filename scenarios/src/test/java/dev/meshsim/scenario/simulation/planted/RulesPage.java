package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.conformance.Outside;
import dev.meshsim.scenario.conformance.OwnNames;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of rules in {@code docs/conformance.md}, between two comments. */
final class RulesPage {

  private static final String BEGIN = "<!-- rules: begin -->\n";
  private static final String END = "<!-- rules: end -->";

  private RulesPage() {}

  static Path file() {
    return Golden.root().resolve("docs/conformance.md");
  }

  /** The page with this table. */
  static String markdown() throws IOException {
    String text = Files.readString(file(), StandardCharsets.UTF_8);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin) + table() + text.substring(text.indexOf(END));
  }

  private static String table() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| Rule | Cases | A portal that the kit must find |");
    lines.add("| --- | --: | --- |");
    List<Case> cases = played();
    for (Rule rule : Outside.rules()) {
      long number = cases.stream().filter(each -> each.tags().contains(rule.tag())).count();
      String why = LeftOutRule.UNTRIED.get(rule);
      lines.add(
          "| `"
              + rule.tag()
              + "` | "
              + number
              + " | "
              + (why == null ? changes(rule) : "not tried: " + why)
              + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  /** The cases that can be played against a portal of the dialect {@code mesh}. */
  private static List<Case> played() throws IOException {
    List<String> tags = Outside.rules().stream().map(Rule::tag).toList();
    List<Path> files = new ArrayList<>();
    for (Path file : ScenarioFiles.in(Golden.root().resolve("scenarios"))) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (tags.stream().anyMatch(text::contains) && OwnNames.canRename(text)) {
        files.add(file);
      }
    }
    return RunPlan.of(ScenarioFiles.read(files)).cases().stream()
        .filter(each -> Outside.reason(each.scenario(), Dialect.MESH).isEmpty())
        .toList();
  }

  private static String changes(Rule rule) {
    return LeftOutRule.ALL.stream()
        .filter(row -> row.rule() == rule)
        .flatMap(row -> row.changes().stream())
        .map(RulesPage::change)
        .collect(Collectors.joining("; "));
  }

  private static String change(Defect defect) {
    String type = defect.type().substring(defect.type().lastIndexOf('.') + 1);
    String method = defect.method().replaceFirst("\\(.*", "");
    return "`" + type + "." + method + "` " + defect.change();
  }
}
