package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.document.DocumentRun.Places;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The transcript of each scenario, as Markdown. It links the messages that the trace writes, and
 * the files of parts of messages, which it writes itself.
 */
public final class TranscriptReport implements Report {

  /** The name of the file in the scenario's directory. */
  public static final String FILE = "transcript.md";

  /** The report's name. */
  public static final String NAME = "transcript";

  /** Where the files are that a transcript links. */
  public static final Places PLACES = new Places("messages", "examples");

  private static final Pattern EXAMPLE = Pattern.compile("[A-Za-z0-9._-]+\\.(json|http|txt)");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of(
        ReportFile.of(Scope.SCENARIO, FILE, "the messages as a page that explains them"),
        ReportFile.in(
            Scope.SCENARIO, PLACES.examples(), EXAMPLE, "the exact octets that the page shows"));
  }

  @Override
  public RunListener listener(ReportTarget target) {
    return event -> {
      if (event instanceof RunEvent.ScenarioTraced traced) {
        BuiltDocument page = ShippedTemplates.transcript(run(traced.trace()));
        String text = page.text() + onTheWire(traced.trace());
        target.writeScenarioFile(traced.scenario(), FILE, Bytes.utf8(text));
        page.files()
            .forEach(
                (path, octets) -> {
                  if (path.startsWith(PLACES.examples() + "/")) {
                    target.writeScenarioFile(traced.scenario(), path, octets);
                  }
                });
      }
    };
  }

  /** A table of what went over the wire, if messages were protected; empty if not. */
  private static String onTheWire(ScenarioTrace trace) {
    MessageNames names = MessageNames.of(trace.exchanges());
    StringBuilder rows = new StringBuilder();
    for (TracedExchange exchange : trace.exchanges()) {
      if (exchange.envelopes().isPresent()) {
        TracedExchange.Envelopes wire = exchange.envelopes().get();
        rows.append("| ").append(names.of(exchange)).append(" | ");
        rows.append(form(exchange.request(), wire.request())).append(" | ");
        rows.append(form(exchange.response(), wire.response())).append(" |\n");
      }
    }
    return rows.isEmpty()
        ? ""
        : "\n## On the wire\n\nThe messages travelled in the content coding jose-jwb.\n\n"
            + "| Message | Request | Response |\n|---|---|---|\n"
            + rows;
  }

  private static String form(Bytes message, Bytes wire) {
    return TracedExchange.Envelopes.protection(wire)
        + ", "
        + message.length()
        + " octets in "
        + wire.length();
  }

  /** A run without its logs and secrets, which events do not have. */
  private static DocumentRun run(ScenarioTrace trace) {
    return new DocumentRun(
        PLACES, trace, MessageNames.of(trace.exchanges()), List.of(), new NoVault());
  }

  private static final class NoVault implements Vault {

    @Override
    public Optional<Hit> find(Bytes octets) {
      return Optional.empty();
    }

    @Override
    public List<String> machines() {
      return List.of();
    }

    @Override
    public Optional<Bytes> open(Bytes encrypted, String machine) {
      return Optional.empty();
    }

    @Override
    public List<String> shares(int step) {
      return List.of();
    }
  }
}
