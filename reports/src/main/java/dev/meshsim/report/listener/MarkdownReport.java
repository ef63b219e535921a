package dev.meshsim.report.listener;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The results of a run as a page of Markdown: totals, what failed and why, and a table of cases by
 * store.
 */
public final class MarkdownReport implements Report {

  /** The report's name. */
  public static final String NAME = "markdown";

  private static final String FILE = "summary.md";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "a summary for people, in Markdown"));
  }

  /** Writes the file when the run has ended. */
  @Override
  public RunListener listener(ReportTarget target) {
    return page(text -> target.writeRunFile(FILE, Bytes.utf8(text)));
  }

  /** Gives the page to {@code sink} when the run has ended. */
  public static RunListener page(Consumer<String> sink) {
    return new Summary(sink);
  }

  /** Collects the results of one run. */
  private static final class Summary implements RunListener {

    private static final List<Verdict> EXPLAINED = List.of(Verdict.FAILED, Verdict.UNDECIDED);

    private final Consumer<String> sink;
    private final List<ScenarioResult> explained = new ArrayList<>();
    private final Map<String, Map<String, Verdict>> verdicts = new LinkedHashMap<>();
    private final Set<String> stores = new LinkedHashSet<>();
    private final List<String> rejections = new ArrayList<>();
    private Optional<RunEvent.RunStopped> stopped = Optional.empty();

    private Summary(Consumer<String> sink) {
      this.sink = sink;
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.ScenarioFinished finished) {
        take(finished.result());
      } else if (event instanceof RunEvent.ScenarioRejected rejected) {
        rejections.addAll(rejected.problems());
      } else if (event instanceof RunEvent.RunStopped stop) {
        stopped = Optional.of(stop);
      } else if (event instanceof RunEvent.RunFinished finished) {
        sink.accept(page(finished));
      }
    }

    private void take(ScenarioResult result) {
      String store = result.info().setting().store();
      stores.add(store);
      verdicts
          .computeIfAbsent(result.info().scenario(), name -> new LinkedHashMap<>())
          .put(store, result.verdict());
      if (EXPLAINED.contains(result.verdict())) {
        explained.add(result);
      }
    }

    private String page(RunEvent.RunFinished finished) {
      RunIdentity identity = finished.identity();
      StringBuilder page = new StringBuilder("# mesh-sim: " + finished.totals().text() + "\n\n");
      page.append("Seed ").append(identity.seed()).append(", ");
      page.append(text(String.join(", ", identity.options()))).append(".\n");
      stopped.ifPresent(
          stop ->
              page.append("\n**Unfinished:** stopped by ")
                  .append(text(stop.reason()))
                  .append(", ")
                  .append(stop.notRun())
                  .append(" cases were not run.\n"));
      if (!rejections.isEmpty()) {
        page.append("\n## Files that are no scenarios\n\n");
        code(page, rejections);
      }
      if (!explained.isEmpty()) {
        page.append("\n## What did not pass\n");
        for (ScenarioResult result : explained) {
          page.append("\n### ").append(result.verdict().word()).append(": ");
          page.append(text(result.name())).append("\n\n");
          page.append(text(result.purpose())).append("\n\n");
          code(page, FailureText.whole(result));
        }
      }
      table(page);
      return page.toString();
    }

    /** A block of code; as it is indented, nothing in it can end it. */
    private static void code(StringBuilder page, List<String> lines) {
      lines.stream()
          .flatMap(String::lines)
          .forEach(line -> page.append("    ").append(Quote.of(line)).append('\n'));
    }

    private void table(StringBuilder page) {
      if (verdicts.isEmpty()) {
        return;
      }
      page.append("\n## Cases\n\n| case |");
      stores.forEach(store -> page.append(' ').append(text(store)).append(" |"));
      page.append("\n|---|").append("---|".repeat(stores.size())).append('\n');
      verdicts.forEach(
          (name, row) -> {
            page.append("| ").append(text(name)).append(" |");
            for (String store : stores) {
              Verdict verdict = row.get(store);
              String word = verdict == null ? "" : verdict.word();
              boolean loud = verdict == Verdict.FAILED || verdict == Verdict.UNDECIDED;
              page.append(' ').append(loud ? "**" + word + "**" : word).append(" |");
            }
            page.append('\n');
          });
    }

    /** Text of others in a line: characters with a meaning in Markdown or HTML are escaped. */
    private static String text(String text) {
      return Quote.of(text).replaceAll("([\\\\`*_\\[\\]<>|#&~!{}])", "\\\\$1");
    }
  }
}
